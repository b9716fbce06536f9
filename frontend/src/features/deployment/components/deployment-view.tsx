import { type ReactNode, useRef } from 'react';
import type { LogViewerHandle } from '@/shared/log/log-viewer';
import type { LogView } from '@/shared/log/use-log-view';
import { type AnyRun, isActive } from '../model';
import { useDeploymentLog } from '../use-deployment-log';
import { DeploymentLogPanel } from './deployment-log-panel';
import { CancelledOutcome, FailedOutcome, SucceededOutcome } from './outcome';
import { ProgressPanel } from './progress-panel';
import { StepList } from './step-list';

type DeploymentViewProps = {
  deployment: AnyRun;
  /** The URL of the tenant's site, if it is served. */
  siteUrl?: string;
  /** The action offered after a failure. */
  remedy?: ReactNode;
  onEnd(): void;
  /** What of the log is shown. */
  view: LogView;
  onView(view: LogView): void;
};

/** One deployment on one screen: progress, result, steps beside the log. */
export function DeploymentView({ deployment, siteUrl, remedy, onEnd, view, onView }: DeploymentViewProps) {
  const { buffer, state } = useDeploymentLog(deployment, onEnd);
  const viewer = useRef<LogViewerHandle>(null);
  const isServing = siteUrl !== undefined;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ProgressPanel deployment={deployment} />
      {deployment.status === 'succeeded' && deployment.kind !== 'delete' && siteUrl && (
        <SucceededOutcome url={siteUrl} />
      )}
      {deployment.status === 'cancelled' && (
        <CancelledOutcome deployment={deployment} isServing={isServing} action={remedy} />
      )}
      {deployment.status === 'failed' && deployment.failure && (
        <FailedOutcome
          deployment={deployment}
          failure={deployment.failure}
          isServing={isServing}
          action={remedy}
        />
      )}
      <div className="grid min-h-0 flex-1 lg:grid-cols-[19rem_minmax(0,1fr)]">
        <section
          aria-label="Steps"
          className="min-h-0 border-line max-lg:border-b lg:overflow-y-auto lg:border-r"
        >
          <StepList
            steps={deployment.steps}
            isCancelled={deployment.status === 'cancelled'}
            isOver={!isActive(deployment)}
            onShow={(step) => viewer.current?.showStep(step.id)}
          />
        </section>
        <DeploymentLogPanel
          ref={viewer}
          deployment={deployment}
          buffer={buffer}
          state={state}
          view={view}
          onView={onView}
        />
      </div>
    </div>
  );
}
