import { useQuery } from '@tanstack/react-query';
import { analysisOptions } from '@/features/theme/api/analysis';
import { AnalysisStart } from '@/features/theme/components/analysis-start';
import { SuggestionChoice } from '@/features/theme/components/suggestion-choice';
import { Loaded } from '@/shared/feedback/loaded';
import { ProblemNotice } from '@/shared/ui/problem-notice';

type ThemeChoiceProps = {
  tenant: string;
  /** Undefined if none could be started, or another look was refused. */
  analysis: string | undefined;
  refusal: unknown;
  onStarted(analysis: string): void;
};

/** The theme of the new tenant, beside its deployment: neither waits for the other. */
export function ThemeChoice({ tenant, analysis, refusal, onStarted }: ThemeChoiceProps) {
  const query = useQuery({ ...analysisOptions(analysis ?? ''), enabled: analysis !== undefined });
  return (
    <section aria-label="Theme" className="grid gap-3 border-b border-line px-4 py-3 lg:px-6">
      {analysis === undefined ? (
        <>
          <ProblemNotice error={refusal} />
          <AnalysisStart tenant={tenant} mayChange onStarted={onStarted} />
        </>
      ) : (
        <Loaded query={query} rows={2}>
          {(data) => <SuggestionChoice key={data.id} tenant={tenant} analysis={data} onStarted={onStarted} />}
        </Loaded>
      )}
    </section>
  );
}
