import { formatDuration, formatElapsed } from '@/shared/format/duration';
import { ProgressBar } from '@/shared/ui/progress-bar';
import { useNow } from '@/shared/ui/use-now';
import {
  type AnyRun,
  deploymentStates,
  elapsedMs,
  isActive,
  isDeployment,
  kindLabel,
  outcomeOf,
  stepCount,
  stepTitle,
} from '../model';
import { SlotProgress } from './slot-progress';

/** Progress as computed by the manager (steps weighted by past durations), and elapsed time. */
export function ProgressPanel({ deployment }: { deployment: AnyRun }) {
  const now = useNow(1000, isActive(deployment));
  const elapsed = elapsedMs(deployment, now);
  const { done, total } = stepCount(deployment.steps);
  return (
    <div className="flex items-center gap-4 border-b border-line px-4 py-2.5 lg:px-6">
      {isDeployment(deployment) && (
        <SlotProgress percent={deployment.progressPercent} status={deployment.status} />
      )}
      <div className="grid min-w-0 flex-1 gap-1.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
          <p className="font-medium" aria-live="polite">
            {headline(deployment)}
          </p>
          <p className="flex gap-x-4 text-sm text-muted tabular-nums">
            <span>
              {done} of {total} steps
            </span>
            {elapsed !== undefined && (
              <span>{isActive(deployment) ? formatElapsed(elapsed) : formatDuration(elapsed)}</span>
            )}
            <span className="text-ink">{deployment.progressPercent} %</span>
          </p>
        </div>
        <ProgressBar
          label="Progress"
          percent={deployment.progressPercent}
          tone={deploymentStates[deployment.status].tone}
        />
      </div>
    </div>
  );
}

function headline(deployment: AnyRun): string {
  switch (deployment.status) {
    case 'queued':
      return 'Queued';
    case 'running':
      return stepTitle(deployment, deployment.currentStep) ?? 'Starting';
    case 'succeeded':
      return outcomeOf(deployment.kind);
    case 'failed':
      return `${stepTitle(deployment, deployment.failure?.step) ?? kindLabel(deployment.kind)} failed`;
    case 'cancelled':
      return 'Cancelled';
  }
}
