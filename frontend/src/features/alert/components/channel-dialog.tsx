import { type FormEvent, useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { ChoiceCard, TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SecretOnce } from '@/shared/ui/secret-once';
import { Switch } from '@/shared/ui/switch';
import { type AlertChannel, useSaveChannel } from '../api/set-up';
import { wordsOf } from '../model';

type ChannelDialogProps = {
  isOpen: boolean;
  /** Undefined for a new one. */
  channel: AlertChannel | undefined;
  onClose(): void;
};

/** Makes a channel or changes it. A signing secret that is made is shown once. */
export function ChannelDialog({ isOpen, channel, onClose }: ChannelDialogProps) {
  const [secret, setSecret] = useState<string>();
  function close() {
    setSecret(undefined);
    onClose();
  }
  return (
    <Dialog
      title={channel ? `Edit ${channel.name}` : 'New channel'}
      isOpen={isOpen}
      onClose={close}
      className="w-[min(38rem,calc(100vw-2rem))]"
    >
      {secret ? (
        <SecretOnce
          title="Signing secret"
          name="signing secret"
          secret={secret}
          done="I stored it"
          onDone={close}
        />
      ) : (
        <ChannelForm
          channel={channel}
          onClose={close}
          onSaved={(saved) => (saved.secret ? setSecret(saved.secret) : close())}
        />
      )}
    </Dialog>
  );
}

const kinds = [
  { kind: 'email', label: 'E-mail', hint: 'Over the SMTP server of the settings.' },
  { kind: 'webhook', label: 'Webhook', hint: 'Signed JSON to an address of yours.' },
  { kind: 'slack', label: 'Slack', hint: 'Or what takes its incoming webhooks.' },
] as const;

type ChannelFormProps = {
  channel: AlertChannel | undefined;
  onClose(): void;
  onSaved(channel: AlertChannel): void;
};

function ChannelForm({ channel, onClose, onSaved }: ChannelFormProps) {
  const [kind, setKind] = useState<AlertChannel['kind']>(channel?.kind ?? 'email');
  const [isOn, setIsOn] = useState(channel?.enabled ?? true);
  const save = useSaveChannel(channel?.id);
  const wrong = save.error ? toProblem(save.error).fieldErrors : [];
  const error = (field: string) => wrong.find((one) => one.field === field)?.message;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: string) => String(data.get(field) ?? '').trim() || undefined;
    save.run(
      {
        name: text('name') ?? '',
        kind,
        enabled: isOn,
        ...(kind === 'email' ? { addresses: wordsOf(text('addresses') ?? '') } : { url: text('url') }),
        ...(kind === 'webhook' && { secret: text('secret') }),
      },
      { onSuccess: onSaved },
    );
  }

  return (
    <form className="grid gap-4" onSubmit={onSubmit}>
      {save.error && wrong.length === 0 && <ProblemNotice error={save.error} />}
      {!channel && (
        <fieldset className="grid gap-2 sm:grid-cols-3">
          <legend className="sr-only">Kind</legend>
          {kinds.map((one) => (
            <ChoiceCard
              key={one.kind}
              name="kind"
              label={one.label}
              hint={one.hint}
              checked={kind === one.kind}
              onChange={() => setKind(one.kind)}
            />
          ))}
        </fieldset>
      )}
      <TextField
        label="Name"
        name="name"
        required
        defaultValue={channel?.name}
        error={error('name')}
        placeholder="On call"
        autoComplete="off"
        data-autofocus
      />
      {kind === 'email' ? (
        <TextField
          label="Receivers"
          name="addresses"
          required
          defaultValue={channel?.addresses.join(', ')}
          error={error('addresses')}
          hint="E-mail addresses with commas between them."
          placeholder="ops@example.org"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ) : (
        <TextField
          label="Address"
          name="url"
          required={kind === 'webhook' || !channel}
          isOptional={kind === 'slack' && channel !== undefined}
          defaultValue={channel?.url ?? undefined}
          error={error('url')}
          hint={
            kind === 'slack'
              ? 'Who knows it may write there: stored encrypted, never shown again.'
              : 'Over https. Private addresses have to be allowed for this server.'
          }
          type={kind === 'slack' ? 'password' : 'text'}
          autoComplete={kind === 'slack' ? 'new-password' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono"
        />
      )}
      {kind === 'webhook' && (
        <TextField
          label="Signing secret"
          name="secret"
          isOptional
          error={error('secret')}
          hint={channel ? 'Default: it stays as it is.' : 'Default: one is made and shown once.'}
          type="password"
          autoComplete="new-password"
        />
      )}
      <Switch label="Messages are sent" isOn={isOn} onSwitch={setIsOn} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {channel ? 'Save' : 'Make channel'}
        </Button>
      </DialogActions>
    </form>
  );
}
