import { KeyRound, Pencil, Power, Webhook as WebhookIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { Notice } from '@/shared/ui/notice';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { TimeAgo } from '@/shared/ui/time-ago';
import { useDeleteWebhook } from '../api/webhook';
import { addressOf, type Forge, forgeOf, forges, isRefusedLately, type Webhook } from '../model';
import { WebhookDialog, type WebhookIntent } from './webhook-dialog';

type WebhookPanelProps = {
  tenant: string;
  webhook: Webhook;
  /** The address of the tenant's repository, if it has one of its own. */
  location?: string;
  mayChange: boolean;
};

/** Whether pushes deploy the tenant, and what the forge has to know for it. */
export function WebhookPanel({ tenant, webhook, location, mayChange }: WebhookPanelProps) {
  const [intent, setIntent] = useState<WebhookIntent>();
  const [isLeaving, setIsLeaving] = useState(false);
  const forge = (webhook.forge ?? forgeOf(location)) as Forge;
  return (
    <Panel title="Webhook">
      {webhook.enabled ? (
        <div className="grid gap-4">
          {isRefusedLately(webhook) && (
            <Notice tone="warn" title="The last delivery was refused">
              Its secret was wrong, <TimeAgo at={webhook.refusedAt ?? ''} />. Replace the secret, and enter
              the new one at the forge.
            </Notice>
          )}
          <WebhookFacts webhook={webhook} forge={forge} />
          {mayChange && (
            <div className="flex flex-wrap gap-2">
              <Button size="sm" onClick={() => setIntent('secret')}>
                <KeyRound aria-hidden />
                Replace secret
              </Button>
              <Button size="sm" onClick={() => setIntent('forge')}>
                <Pencil aria-hidden />
                Change forge
              </Button>
              <Button size="sm" variant="quiet" onClick={() => setIsLeaving(true)}>
                <Power aria-hidden />
                Turn off
              </Button>
            </div>
          )}
        </div>
      ) : (
        <div className="grid justify-items-start gap-3">
          <p className="text-muted">
            Off. With a webhook a push deploys the tenant: the forge tells of it, and the deployment takes the
            newest commit of the branch itself.
          </p>
          {mayChange && (
            <Button variant="primary" onClick={() => setIntent('on')}>
              <WebhookIcon aria-hidden />
              Turn on
            </Button>
          )}
        </div>
      )}
      <WebhookDialog
        tenant={tenant}
        intent={intent}
        forge={forge}
        webhook={webhook}
        onClose={() => setIntent(undefined)}
      />
      <TurnOffDialog tenant={tenant} isOpen={isLeaving} onClose={() => setIsLeaving(false)} />
    </Panel>
  );
}

function WebhookFacts({ webhook, forge }: { webhook: Webhook; forge: Forge }) {
  const address = addressOf(webhook, forge, window.location.origin);
  return (
    <Facts>
      <Fact term="Forge">{webhook.forge ? forges[forge].name : 'Any that knows the secret'}</Fact>
      <Fact term="Address">
        <span className="flex items-center gap-1">
          <span className="min-w-0 font-mono text-sm break-all">{address}</span>
          <CopyButton text={address} label="Copy the webhook's address" />
        </span>
      </Fact>
      <Fact term="Secret">Stored encrypted, not shown again</Fact>
      <Fact term="On since">
        {webhook.createdAt && <TimeAgo at={webhook.createdAt} />} by {webhook.createdBy}
      </Fact>
    </Facts>
  );
}

function TurnOffDialog({ tenant, isOpen, onClose }: { tenant: string; isOpen: boolean; onClose(): void }) {
  const remove = useDeleteWebhook(tenant);
  return (
    <Dialog title="Turn off the webhook?" isOpen={isOpen} onClose={onClose}>
      {remove.error && <ProblemNotice error={remove.error} />}
      <p className="text-muted">
        Pushes deploy nothing any more, and the secret is forgotten. A push that waits is not deployed.
      </p>
      <DialogActions>
        <Button onClick={onClose}>Keep on</Button>
        <Button
          variant="danger"
          isPending={remove.isPending}
          onClick={() => remove.run(undefined, { onSuccess: onClose })}
        >
          Turn off
        </Button>
      </DialogActions>
    </Dialog>
  );
}
