import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Loaded } from '@/shared/feedback/loaded';
import { Badge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { ProgressBar } from '@/shared/ui/progress-bar';
import { type Analysis, isActive, percent } from '../analysis';
import { suggestionsOptions, useApplySuggestion } from '../api/analysis';
import { useAnalysisEvents } from '../use-analysis-events';
import { AnalysisStart } from './analysis-start';
import { Swatches } from './swatches';

type SuggestionChoiceProps = { tenant: string; analysis: Analysis; onStarted(analysis: string): void };

/** An analysis in small: how far it is, and then its suggestions, each with a button. The evidence is on its own page. */
export function SuggestionChoice({ tenant, analysis, onStarted }: SuggestionChoiceProps) {
  const isRunning = isActive(analysis);
  useAnalysisEvents(analysis.id, isRunning);
  if (isRunning) {
    const step = analysis.steps.find(({ id }) => id === analysis.currentStep);
    return (
      <div className="grid max-w-md gap-1.5">
        <p className="text-sm">
          Measuring the colours of <span className="break-all">{analysis.url}</span>
          <span className="text-muted">: {step?.title ?? 'waiting for its turn'}</span>
        </p>
        <ProgressBar label="Analysis" percent={analysis.progressPercent} tone="busy" />
      </div>
    );
  }
  if (analysis.status !== 'succeeded')
    return (
      <>
        <Notice tone="bad" title={analysis.failure?.detail ?? 'The analysis was cancelled'} />
        <AnalysisStart tenant={tenant} mayChange onStarted={onStarted} />
      </>
    );
  return <Suggestions tenant={tenant} analysis={analysis} />;
}

function Suggestions({ tenant, analysis }: { tenant: string; analysis: Analysis }) {
  const query = useQuery(suggestionsOptions(tenant, analysis.id));
  const apply = useApplySuggestion(tenant);
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span>
          {apply.isSuccess
            ? `Version ${apply.result?.version} of the theme is applied; the application’s look can come back at any time.`
            : 'Choose a theme, now or later: it takes effect without another deployment.'}
        </span>
        <Link
          to="/tenants/$tenant/theme/$analysis"
          params={{ tenant, analysis: analysis.id }}
          className="font-medium underline"
        >
          See previews and evidence
        </Link>
      </p>
      {apply.error && <ProblemNotice error={apply.error} />}
      <Loaded query={query} rows={2}>
        {({ suggestions }) =>
          suggestions.length === 0 ? (
            <p className="text-muted">No theme could be made of this page.</p>
          ) : (
            <ul className="flex flex-wrap gap-2">
              {suggestions.map(({ id, title, theme, confidence, selected }) => (
                <li
                  key={id}
                  className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-surface px-3 py-2"
                >
                  <Swatches theme={theme} />
                  <span className="min-w-0">
                    <span className="block font-medium">{title}</span>
                    <span className="block text-xs text-muted">{percent(confidence)} confident</span>
                  </span>
                  {selected ? (
                    <Badge tone="good">Applied</Badge>
                  ) : (
                    <Button
                      size="sm"
                      isPending={apply.isPending && apply.variables === id}
                      onClick={() => apply.run(id)}
                    >
                      Apply<span className="sr-only"> {title}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
