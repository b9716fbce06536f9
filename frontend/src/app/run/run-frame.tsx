import type { ReactNode } from 'react';
import { DeploymentBadge } from '@/features/deployment/components/deployment-badge';
import { type Deployment, isActive } from '@/features/deployment/model';
import type { TenantLabel } from '@/features/tenant/api/tenant-names';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { TimeAgo } from '@/shared/ui/time-ago';

type RunFrameProps = {
  run: Pick<Deployment, 'status' | 'actor' | 'queuedAt' | 'reason'> | undefined;
  /** What is done, in words; `name` until it is known. */
  kind: string | undefined;
  name: string;
  /** The tenant that it is done to, once it is known. */
  label: TenantLabel | undefined;
  trail: ReactNode;
  /** What is shown beside its state. */
  about?: ReactNode;
  cancel: { isPending: boolean; isSuccess: boolean; run(nothing: undefined): void };
  children: ReactNode;
};

/** The page of one run: what it does to whom, its state, who asked for it, and its cancellation. */
export function RunFrame({ run, kind, name, label, trail, about, cancel, children }: RunFrameProps) {
  const mayAct = useIsAllowed('operator');
  return (
    <Page
      title={kind ? (label ? `${kind} of ${label.name}` : kind) : name}
      width="wide"
      isScreen
      trail={trail}
      about={
        run && (
          <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 lg:flex-nowrap">
            <DeploymentBadge status={run.status} />
            {about}
            <span>
              {run.actor}, <TimeAgo at={run.queuedAt} />
            </span>
            {run.reason && <span className="max-w-60 truncate">{run.reason}</span>}
          </span>
        )
      }
      actions={
        mayAct &&
        run &&
        isActive(run) && (
          <Button
            isPending={cancel.isPending}
            disabled={cancel.isSuccess}
            onClick={() => cancel.run(undefined)}
          >
            {cancel.isSuccess ? 'Cancelling' : 'Cancel'}
          </Button>
        )
      }
    >
      {children}
    </Page>
  );
}
