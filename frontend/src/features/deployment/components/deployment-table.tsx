import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDuration, formatElapsed } from '@/shared/format/duration';
import { QuietBadge } from '@/shared/ui/badge';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { TimeAgo } from '@/shared/ui/time-ago';
import { useNow } from '@/shared/ui/use-now';
import {
  commitOf,
  type Deployment,
  deploymentKinds,
  deploymentStates,
  elapsedMs,
  isActive,
  stepTitle,
} from '../model';

type DeploymentTableProps = {
  deployments: readonly Deployment[] | undefined;
  isStale?: boolean;
  /** The name of the tenant; left out where all are of one tenant. */
  nameOf?(deployment: Deployment): ReactNode;
};

/** Deployments, newest first: tenant, result, commit, actor, duration, when. Each row links to its page. */
export function DeploymentTable({ deployments, isStale, nameOf }: DeploymentTableProps) {
  const now = useNow(1000, deployments?.some(isActive) ?? false);
  const columns: Column<Deployment>[] = [
    {
      id: 'what',
      label: nameOf ? 'Tenant' : 'Deployment',
      isTitle: true,
      cell: (deployment) => (
        <span className="flex items-baseline gap-2">
          <Link
            to="/deployments/$deployment"
            params={{ deployment: deployment.id }}
            className="truncate font-semibold after:absolute after:inset-0 group-hover:text-accent"
          >
            {nameOf ? nameOf(deployment) : deploymentKinds[deployment.kind]}
            <span className="sr-only">, {deployment.queuedAt}</span>
          </Link>
          {nameOf && deployment.kind !== 'deploy' && (
            <span className="shrink-0 text-sm text-muted">{deploymentKinds[deployment.kind]}</span>
          )}
        </span>
      ),
    },
    {
      id: 'status',
      label: 'Result',
      width: 'w-[30%]',
      cell: (deployment) => <Result deployment={deployment} />,
    },
    {
      id: 'commit',
      label: 'Commit',
      width: 'w-44',
      cell: (deployment) => (
        <span className="text-muted" title={deployment.release?.message ?? undefined}>
          <span className="font-mono text-xs text-ink">{commitOf(deployment)}</span> {deployment.release?.ref}
        </span>
      ),
    },
    {
      id: 'actor',
      label: 'By',
      width: 'w-28',
      cell: ({ actor }) => <span className="text-muted">{actor}</span>,
    },
    {
      id: 'duration',
      label: 'Duration',
      width: 'w-24',
      isRight: true,
      cell: (deployment) => (
        <span className="text-sm text-muted tabular-nums">{duration(deployment, now)}</span>
      ),
    },
    {
      id: 'when',
      label: 'When',
      width: 'w-36',
      isRight: true,
      cell: ({ startedAt, queuedAt }) => (
        <span className="text-sm text-muted">
          <TimeAgo at={startedAt ?? queuedAt} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label="Deployments"
      items={deployments}
      isStale={isStale}
      keyOf={({ id }) => id}
      columns={columns}
    />
  );
}

/** The status, and what a row must tell of it: the current step, or what failed. */
function Result({ deployment }: { deployment: Deployment }) {
  const { label, tone } = deploymentStates[deployment.status];
  return (
    <span className="flex items-baseline gap-2">
      <QuietBadge tone={tone}>{label}</QuietBadge>
      <span className="truncate text-sm text-muted">{remark(deployment)}</span>
    </span>
  );
}

function remark(deployment: Deployment): string | undefined {
  if (deployment.status === 'running') return stepTitle(deployment, deployment.currentStep);
  if (deployment.status === 'failed') return stepTitle(deployment, deployment.failure?.step);
  return deployment.reason ?? undefined;
}

function duration(deployment: Deployment, now: number): string {
  const elapsed = elapsedMs(deployment, now);
  if (elapsed === undefined) return '';
  return isActive(deployment) ? formatElapsed(elapsed) : formatDuration(elapsed);
}
