import { formatDuration, formatElapsed } from '@/shared/format/duration';
import { ProgressBar } from '@/shared/ui/progress-bar';
import { useNow } from '@/shared/ui/use-now';
import { type Deployment, deploymentStates, elapsedMs, isActive, stepCount, stepTitle } from '../model';

/** Progress as computed by the manager (steps weighted by past durations), and elapsed time. */
export function ProgressPanel({ deployment }: { deployment: Deployment }) {
  const now = useNow(1000, isActive(deployment));
  const elapsed = elapsedMs(deployment, now);
  const { done, total } = stepCount(deployment.steps);
  return (
    <div className="grid gap-2">
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
  );
}

function headline(deployment: Deployment): string {
  switch (deployment.status) {
    case 'queued':
      return 'Queued';
    case 'running':
      return stepTitle(deployment, deployment.currentStep) ?? 'Starting';
    case 'succeeded':
      return deployment.kind === 'delete' ? 'Tenant deleted' : 'Live, checked from outside';
    case 'failed':
      return `Failed: ${stepTitle(deployment, deployment.failure?.step) ?? 'unknown step'}`;
    case 'cancelled':
      return 'Cancelled';
  }
}
