import { type ReactNode, useRef } from 'react';
import type { LogViewerHandle } from '@/shared/log/log-viewer';
import { Panel } from '@/shared/ui/panel';
import { type Deployment, isActive } from '../model';
import { useDeploymentLog } from '../use-deployment-log';
import { DeploymentLogPanel } from './deployment-log-panel';
import { FailedOutcome, SucceededOutcome } from './outcome';
import { ProgressPanel } from './progress-panel';
import { StepList } from './step-list';

type DeploymentViewProps = {
  deployment: Deployment;
  /** The URL of the tenant's site, if it is served. */
  siteUrl?: string;
  /** The action offered after a failure. */
  remedy?: ReactNode;
  onEnd(): void;
};

/** One deployment, active or ended: progress, result, steps, log. */
export function DeploymentView({ deployment, siteUrl, remedy, onEnd }: DeploymentViewProps) {
  const { buffer, state } = useDeploymentLog(deployment, onEnd);
  const viewer = useRef<LogViewerHandle>(null);
  return (
    <div className="grid gap-4">
      <ProgressPanel deployment={deployment} />
      {deployment.status === 'succeeded' && deployment.kind !== 'delete' && siteUrl && (
        <SucceededOutcome url={siteUrl} />
      )}
      {deployment.failure && !isActive(deployment) && (
        <FailedOutcome
          deployment={deployment}
          failure={deployment.failure}
          isServing={siteUrl !== undefined}
          action={remedy}
        />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[21rem_minmax(0,1fr)]">
        <Panel title="Steps" isFlush>
          <StepList steps={deployment.steps} onShow={(step) => viewer.current?.showStep(step.id)} />
        </Panel>
        <DeploymentLogPanel ref={viewer} deploymentId={deployment.id} buffer={buffer} state={state} />
      </div>
    </div>
  );
}
