import { useNavigate } from '@tanstack/react-router';
import { Badge } from '@/shared/ui/badge';
import { ButtonLink } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import type { Tone } from '@/shared/ui/tone';
import { type Analysis, isActive } from '../analysis';
import { useAnalysisEvents } from '../use-analysis-events';
import { AnalysisProgress } from './analysis-progress';
import { AnalysisResult } from './analysis-result';
import { AnalysisStart } from './analysis-start';

const states: Record<Analysis['status'], { label: string; tone: Tone }> = {
  queued: { label: 'Waiting', tone: 'idle' },
  running: { label: 'Running', tone: 'busy' },
  succeeded: { label: 'Done', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'idle' },
};

type AnalysisPageProps = { tenant: string; analysis: Analysis; mayChange: boolean; site: string | undefined };

/** One analysis: its progress while it runs, then its suggestions and what was measured. */
export function AnalysisPage({ tenant, analysis, mayChange, site }: AnalysisPageProps) {
  const navigate = useNavigate();
  const isRunning = isActive(analysis);
  useAnalysisEvents(analysis.id, isRunning);
  const { label, tone } = states[analysis.status];

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex min-w-0 flex-wrap items-center gap-2">
          <Badge tone={tone}>{label}</Badge>
          <span className="min-w-0">
            <span className="font-medium">{analysis.title || analysis.url}</span>{' '}
            <span className="text-sm break-all text-muted">{analysis.address ?? analysis.url}</span>
          </span>
        </p>
        <ButtonLink size="sm" to="/tenants/$tenant/theme" params={{ tenant }}>
          Back to the theme
        </ButtonLink>
      </div>
      {analysis.status === 'succeeded' ? (
        <AnalysisResult tenant={tenant} analysis={analysis} mayChange={mayChange} site={site} />
      ) : (
        <>
          {analysis.failure && (
            <Notice
              tone={analysis.status === 'cancelled' ? 'idle' : 'bad'}
              title={analysis.failure.detail ?? analysis.failure.code}
            />
          )}
          <AnalysisProgress analysis={analysis} mayChange={mayChange} />
          {!isRunning && (
            <AnalysisStart
              tenant={tenant}
              mayChange={mayChange}
              onStarted={(id) =>
                void navigate({ to: '/tenants/$tenant/theme/$analysis', params: { tenant, analysis: id } })
              }
            />
          )}
        </>
      )}
    </>
  );
}
