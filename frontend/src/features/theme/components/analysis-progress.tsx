import { formatDuration } from '@/shared/format/duration';
import { ToneIcon } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { ProgressBar } from '@/shared/ui/progress-bar';
import { type Tone, toneText } from '@/shared/ui/tone';
import { type Analysis, isActive, type Step } from '../analysis';
import { useCancelAnalysis } from '../api/analysis';

const looks: Record<Step['status'], { tone: Tone; label: string }> = {
  pending: { tone: 'idle', label: 'waiting' },
  running: { tone: 'busy', label: 'running' },
  done: { tone: 'good', label: 'done' },
  skipped: { tone: 'idle', label: 'not needed' },
  failed: { tone: 'bad', label: 'failed' },
  undone: { tone: 'idle', label: 'undone' },
};

/** How far an analysis is, step by step. */
export function AnalysisProgress({ analysis, mayChange }: { analysis: Analysis; mayChange: boolean }) {
  const cancel = useCancelAnalysis(analysis.id);
  const isRunning = isActive(analysis);
  return (
    <Panel
      title="Progress"
      actions={
        mayChange &&
        isRunning && (
          <Button
            size="sm"
            variant="quiet"
            isPending={cancel.isPending}
            onClick={() => cancel.run(undefined)}
          >
            Cancel
          </Button>
        )
      }
    >
      <div className="grid gap-3">
        <ProgressBar label="Analysis" percent={analysis.progressPercent} tone={isRunning ? 'busy' : 'idle'} />
        <ol className="grid gap-1.5">
          {analysis.steps.map(({ id, title, status, durationMs, detail }) => (
            <li
              key={id}
              className="flex items-start gap-2"
              aria-current={status === 'running' ? 'step' : undefined}
            >
              <ToneIcon tone={looks[status].tone} className={`mt-0.5 ${toneText[looks[status].tone]}`} />
              <span className="min-w-0 flex-1">
                {title}
                <span className="sr-only">: {looks[status].label}</span>
                {detail && <span className="block text-sm text-muted">{detail}</span>}
              </span>
              <span className="font-mono text-xs/5 text-muted tabular-nums">
                {durationMs === null ? '' : formatDuration(durationMs)}
              </span>
            </li>
          ))}
        </ol>
        {analysis.status === 'queued' && (
          <p className="text-sm text-muted">
            Two analyses at a time run on a server; this one waits for its turn.
          </p>
        )}
      </div>
    </Panel>
  );
}
