import { type FormEvent, useState } from 'react';
import { Button } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { ChoiceCard } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SecretOnce } from '@/shared/ui/secret-once';
import { usePutWebhook } from '../api/webhook';
import { addressOf, type Forge, forgeIds, forges, type Webhook } from '../model';

/** What the dialog does: turns the webhook on, changes its forge, or replaces its secret. */
export type WebhookIntent = 'on' | 'forge' | 'secret';

type WebhookDialogProps = {
  tenant: string;
  intent: WebhookIntent | undefined;
  /** The forge to begin with. */
  forge: Forge;
  /** What stays as it is. */
  webhook: Webhook;
  onClose(): void;
};

const titles: Record<WebhookIntent, string> = {
  on: 'Turn on webhook',
  forge: 'Change forge',
  secret: 'Replace secret',
};

/** Ends with the address and the secret, as the forge asks for them; the secret is shown only here. */
export function WebhookDialog({ tenant, intent, forge, webhook: stored, onClose }: WebhookDialogProps) {
  const [made, setMade] = useState<Webhook>();
  function close() {
    setMade(undefined);
    onClose();
  }
  const kind = (made?.forge ?? forge) as Forge;
  return (
    <Dialog
      title={made ? `Enter this at ${forges[kind].name}` : intent ? titles[intent] : ''}
      isOpen={intent !== undefined}
      onClose={made ? undefined : close}
      className="w-[min(38rem,calc(100vw-2rem))]"
    >
      {made?.secret ? (
        <SetUp webhook={made} forge={kind} secret={made.secret} onDone={close} />
      ) : (
        intent && (
          <WebhookForm
            key={intent}
            tenant={tenant}
            intent={intent}
            forge={forge}
            webhook={stored}
            onClose={close}
            onSaved={(webhook) => (webhook.secret ? setMade(webhook) : close())}
          />
        )
      )}
    </Dialog>
  );
}

type WebhookFormProps = {
  tenant: string;
  intent: WebhookIntent;
  forge: Forge;
  webhook: Webhook;
  onClose(): void;
  onSaved(webhook: Webhook): void;
};

function WebhookForm({ tenant, intent, forge, webhook, onClose, onSaved }: WebhookFormProps) {
  const [chosen, setChosen] = useState(forge);
  const put = usePutWebhook(tenant);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    put.run(
      {
        forge: chosen,
        replaceSecret: intent === 'secret',
        commitStatus: webhook.commitStatus,
        pageAddress: webhook.pageAddress ?? undefined,
      },
      { onSuccess: onSaved },
    );
  }

  return (
    <form className="grid gap-4" onSubmit={onSubmit}>
      {put.error && <ProblemNotice error={put.error} />}
      {intent === 'secret' ? (
        <p className="text-muted">
          Deliveries with the old secret are refused at once, until the new one is entered at the forge.
        </p>
      ) : (
        <fieldset className="grid gap-2 sm:grid-cols-3">
          <legend className="mb-2 font-medium">Where the repository is</legend>
          {forgeIds.map((id) => (
            <ChoiceCard
              key={id}
              name="forge"
              label={forges[id].name}
              hint={id === 'gitlab' ? 'Sends the secret itself.' : 'Signs with the secret.'}
              checked={chosen === id}
              onChange={() => setChosen(id)}
            />
          ))}
        </fieldset>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant={intent === 'secret' ? 'danger' : 'primary'} isPending={put.isPending}>
          {intent === 'on' ? 'Turn on' : intent === 'forge' ? 'Save' : 'Replace secret'}
        </Button>
      </DialogActions>
    </form>
  );
}

type SetUpProps = { webhook: Webhook; forge: Forge; secret: string; onDone(): void };

function SetUp({ webhook, forge, secret, onDone }: SetUpProps) {
  const address = addressOf(webhook, forge, window.location.origin);
  const { name, place, secretField } = forges[forge];
  return (
    <>
      <p className="text-muted">
        In the repository: {place}. Events: pushes. Content type: JSON. {name} must reach this address:
      </p>
      <div className="flex items-center justify-between gap-2 rounded-md border border-line bg-sunken py-1.5 pr-2 pl-3">
        <code className="min-w-0 font-mono text-xs break-all select-all">{address}</code>
        <CopyButton text={address} label="Copy the webhook's address" />
      </div>
      <SecretOnce
        title={`${secretField} for ${name}`}
        name="secret"
        secret={secret}
        done="I have entered it"
        onDone={onDone}
      />
    </>
  );
}
