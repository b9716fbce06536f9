import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { QuietBadge } from '@/shared/ui/badge';
import { Panel } from '@/shared/ui/panel';
import { ProgressBar } from '@/shared/ui/progress-bar';
import { TimeAgo } from '@/shared/ui/time-ago';
import { deploymentTones, type RecentDeployment } from '../model';

type RecentDeploymentsProps = {
  deployments: readonly RecentDeployment[];
  /** The word for a kind, such as "Rollback". */
  kindOf(kind: string): string;
  empty: ReactNode;
};

/** The running deployments with their progress, then the latest ones. */
export function RecentDeployments({ deployments, kindOf, empty }: RecentDeploymentsProps) {
  return (
    <Panel
      title="Deployments"
      isFlush
      actions={
        <Link to="/deployments" className="text-sm text-muted hover:underline">
          All deployments
        </Link>
      }
    >
      {deployments.length === 0 && <div className="px-4 py-3 text-muted">{empty}</div>}
      <ul className="divide-y divide-line">
        {deployments.map((deployment) => (
          <Row key={deployment.id} deployment={deployment} kind={kindOf(deployment.kind)} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ deployment, kind }: { deployment: RecentDeployment; kind: string }) {
  const { label, tone } = deploymentTones[deployment.status];
  const isActive = deployment.status === 'running' || deployment.status === 'queued';
  const name = deployment.tenantName ?? deployment.tenantSlug;
  return (
    <li className="relative grid gap-1 px-4 py-2 hover:bg-sunken">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="flex min-w-0 items-baseline gap-2">
          <Link
            to="/deployments/$deployment"
            params={{ deployment: deployment.id }}
            className="min-w-0 truncate font-semibold after:absolute after:inset-0 hover:text-accent"
          >
            {name}
            <span className="sr-only">, {kind}</span>
          </Link>
          {deployment.kind !== 'deploy' && <span className="text-sm text-muted">{kind}</span>}
        </span>
        <QuietBadge tone={tone}>{label}</QuietBadge>
      </div>
      {isActive && (
        <ProgressBar label={`Progress of ${name}`} percent={deployment.progressPercent} tone={tone} />
      )}
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        {deployment.commit && <span className="font-mono text-xs/5">{deployment.commit.slice(0, 8)}</span>}
        <span>{deployment.actor}</span>
        <TimeAgo at={deployment.startedAt ?? deployment.queuedAt} />
      </p>
    </li>
  );
}
