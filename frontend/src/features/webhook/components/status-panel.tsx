import { Link } from '@tanstack/react-router';
import { QuietBadge } from '@/shared/ui/badge';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { Switch } from '@/shared/ui/switch';
import { TimeAgo } from '@/shared/ui/time-ago';
import { usePutWebhook } from '../api/webhook';
import { type CommitStatus, statusResults, type Webhook } from '../model';

type StatusPanelProps = {
  tenant: string;
  webhook: Webhook;
  /** Why there can be none; undefined if there can. */
  problem?: string;
  mayChange: boolean;
};

const hint = 'Pending, success or failure, beside the commit, with a link to the deployment.';

/** Whether the forge shows at a commit how its deployment went, and what came of the last statuses. */
export function StatusPanel({ tenant, webhook, problem, mayChange }: StatusPanelProps) {
  const put = usePutWebhook(tenant);
  const { forge, commitStatus, statuses } = webhook;
  return (
    <Panel title="Commit statuses">
      <div className="grid gap-4">
        {put.error && <ProblemNotice error={put.error} />}
        {mayChange ? (
          <Switch
            label="Report to the forge"
            hint={problem ?? hint}
            isOn={put.isPending ? (put.variables?.commitStatus ?? commitStatus) : commitStatus}
            isDisabled={problem !== undefined && !commitStatus}
            onSwitch={(isOn) =>
              put.run({
                forge: forge ?? undefined,
                commitStatus: isOn,
                pageAddress: window.location.origin,
              })
            }
          />
        ) : (
          <p className="text-muted">
            {commitStatus ? 'Deployments are reported to the forge.' : 'Deployments are not reported.'}
          </p>
        )}
        {statuses.length > 0 && (
          <ul className="divide-y divide-line border-t border-line">
            {statuses.map((status) => (
              <StatusItem key={status.deploymentId} status={status} />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

function StatusItem({ status }: { status: CommitStatus }) {
  const { label, tone } = statusResults[status.result];
  return (
    <li className="grid gap-0.5 py-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link
          to="/deployments/$deployment"
          params={{ deployment: status.deploymentId }}
          className="text-accent underline hover:no-underline"
        >
          <span className="font-mono text-sm">{status.commit.slice(0, 7)}</span> {status.state}
        </Link>
        <span className="flex items-baseline gap-3">
          <QuietBadge tone={tone}>{label}</QuietBadge>
          <span className="text-sm text-muted">
            <TimeAgo at={status.at} />
          </span>
        </span>
      </div>
      {status.detail && <p className="text-sm break-words text-muted">{status.detail}</p>}
    </li>
  );
}
