import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDuration, formatElapsed } from '@/shared/format/duration';
import { TimeAgo } from '@/shared/ui/time-ago';
import { useNow } from '@/shared/ui/use-now';
import { type Deployment, deploymentKinds, elapsedMs, isActive, stepTitle } from '../model';
import { DeploymentBadge } from './deployment-badge';

/** Deployments, newest first. Each row links to its page; `about` names the tenant where it is not obvious. */
export function DeploymentList({
  deployments,
  about,
}: {
  deployments: readonly Deployment[];
  about?(deployment: Deployment): ReactNode;
}) {
  const now = useNow(1000, deployments.some(isActive));
  return (
    <ul className="divide-y divide-line">
      {deployments.map((deployment) => {
        const elapsed = elapsedMs(deployment, now);
        return (
          <li
            key={deployment.id}
            className="group relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3 transition-colors duration-100 hover:bg-paper"
          >
            <div className="min-w-0">
              <Link
                to="/deployments/$deployment"
                params={{ deployment: deployment.id }}
                className="font-medium after:absolute after:inset-0 group-hover:text-accent"
              >
                {deploymentKinds[deployment.kind]}
                <span className="sr-only"> of {deployment.queuedAt}</span>
              </Link>
              {about && <span className="text-muted"> of {about(deployment)}</span>}
              <p className="truncate text-sm text-muted">{summary(deployment)}</p>
            </div>
            <div className="grid justify-items-end gap-1">
              <DeploymentBadge status={deployment.status} />
              <p className="text-xs text-muted tabular-nums">
                {elapsed !== undefined &&
                  `${isActive(deployment) ? formatElapsed(elapsed) : formatDuration(elapsed)}, `}
                <TimeAgo at={deployment.startedAt ?? deployment.queuedAt} />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function summary(deployment: Deployment): string {
  if (deployment.status === 'running') return stepTitle(deployment, deployment.currentStep) ?? 'Starting';
  if (deployment.failure)
    return `${stepTitle(deployment, deployment.failure.step) ?? 'Failed'}: ${deployment.failure.detail ?? deployment.failure.code}`;
  const release = deployment.release;
  const what = release ? [release.ref, release.commit?.slice(0, 8)].filter(Boolean).join(' ') : undefined;
  return [what, `by ${deployment.actor}`, deployment.reason].filter(Boolean).join(', ');
}
