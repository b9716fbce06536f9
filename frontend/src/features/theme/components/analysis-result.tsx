import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Loaded } from '@/shared/feedback/loaded';
import { SiteLink } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { type Analysis, type Focus, focusOf, type Suggestion } from '../analysis';
import { suggestionsOptions, useApplySuggestion } from '../api/analysis';
import { Evidence } from './evidence';
import { FoundLogos } from './found-logos';
import { SuggestionCards } from './suggestion-cards';
import { ThemePreview } from './theme-preview';

type AnalysisResultProps = {
  tenant: string;
  analysis: Analysis;
  mayChange: boolean;
  /** Address of the site, if visitors reach it. */
  site: string | undefined;
};

/** The suggestions of an analysis, each to be seen before it is applied; and what was measured. */
export function AnalysisResult({ tenant, analysis, mayChange, site }: AnalysisResultProps) {
  const query = useQuery({ ...suggestionsOptions(tenant, analysis.id), throwOnError: false });
  const [chosen, setChosen] = useState<string>();
  const [focus, setFocus] = useState<Focus>();
  const evidence = useRef<HTMLDivElement>(null);
  const apply = useApplySuggestion(tenant);

  function showEvidence(id: string) {
    setFocus(focusOf(id, analysis.swatches));
    evidence.current?.scrollIntoView({ block: 'start' });
  }

  function onApply({ id }: Suggestion) {
    setChosen(id);
    apply.run(id);
  }

  return (
    <>
      {analysis.note && <Notice tone="warn" title={analysis.note} />}
      {query.error && <ProblemNotice error={query.error} />}
      {apply.error && <ProblemNotice error={apply.error} />}
      {apply.isSuccess && (
        <Notice tone="good" title={`Applied as version ${apply.result?.version}`}>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {site ? 'Visitors see it within a second.' : 'Visitors see it once the site is up.'}
            <Link to="/tenants/$tenant/theme" params={{ tenant }} className="font-medium underline">
              Adjust it, or go back to an earlier version
            </Link>
            {site && (
              <SiteLink size="sm" href={site}>
                Open site
              </SiteLink>
            )}
          </p>
        </Notice>
      )}
      {!query.error && (
        <Loaded query={query} rows={4}>
          {({ suggestions }) => {
            const shown = suggestions.find(({ id }) => id === chosen) ?? suggestions[0];
            if (!shown) return <p className="text-muted">No theme could be made of this page.</p>;
            return (
              <section
                aria-label="Suggestions"
                className="grid items-start gap-4 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]"
              >
                <h2 className="sr-only">Suggestions</h2>
                <SuggestionCards
                  suggestions={suggestions}
                  chosen={shown.id}
                  onChoose={setChosen}
                  onEvidence={showEvidence}
                  onApply={mayChange ? onApply : undefined}
                  pending={apply.isPending ? apply.variables : undefined}
                />
                <ThemePreview theme={shown.theme} />
              </section>
            );
          }}
        </Loaded>
      )}
      <FoundLogos tenant={tenant} analysis={analysis} mayChange={mayChange} />
      <div ref={evidence} className="scroll-mt-28">
        <Evidence analysis={analysis} focus={focus} onFocus={setFocus} />
      </div>
    </>
  );
}
