import { type FormEvent, useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { ChoiceCard, TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { type Credential, useCreateCredential } from '../api/credentials';

type CredentialDialogProps = { isOpen: boolean; onClose(): void };

/** A new credential. The public half of a deploy key is shown at once, because the git server has to know it. */
export function CredentialDialog({ isOpen, onClose }: CredentialDialogProps) {
  const [made, setMade] = useState<Credential>();
  function close() {
    setMade(undefined);
    onClose();
  }
  return (
    <Dialog
      title={made ? `Deploy key ${made.name}` : 'New credential'}
      isOpen={isOpen}
      onClose={close}
      className="w-[min(38rem,calc(100vw-2rem))]"
    >
      {made?.publicKey ? (
        <>
          <p className="text-muted">
            Add this public key to the repository on {made.host}, with read access. It stays in the list of
            credentials.
          </p>
          <PublicKey text={made.publicKey} />
          <DialogActions>
            <Button variant="primary" onClick={close} data-autofocus>
              Done
            </Button>
          </DialogActions>
        </>
      ) : (
        <CredentialForm
          onClose={close}
          onCreated={(credential) => (credential.publicKey ? setMade(credential) : close())}
        />
      )}
    </Dialog>
  );
}

export function PublicKey({ text }: { text: string }) {
  return (
    <div className="flex items-start justify-between gap-2 rounded-md border border-line bg-sunken py-2 pr-2 pl-3">
      <code className="min-w-0 font-mono text-xs break-all select-all">{text}</code>
      <CopyButton text={text} label="Copy the public key" />
    </div>
  );
}

type CredentialFormProps = { onClose(): void; onCreated(credential: Credential): void };

function CredentialForm({ onClose, onCreated }: CredentialFormProps) {
  const [kind, setKind] = useState<'deploy-key' | 'access-token'>('deploy-key');
  const create = useCreateCredential();
  const wrong = create.error ? toProblem(create.error).fieldErrors : [];
  const error = (field: string) => wrong.find((one) => one.field === field)?.message;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: string) => String(data.get(field) ?? '').trim() || undefined;
    create.run(
      {
        name: text('name') ?? '',
        kind,
        host: text('host') ?? '',
        pathPrefix: text('pathPrefix'),
        ...(kind === 'access-token' && { username: text('username'), token: text('token') }),
      },
      { onSuccess: onCreated },
    );
  }

  return (
    <form className="grid gap-4" onSubmit={onSubmit}>
      {create.error && wrong.length === 0 && <ProblemNotice error={create.error} />}
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="sr-only">Kind</legend>
        <ChoiceCard
          name="kind"
          label="Deploy key"
          hint="For ssh. Made here; only its public half leaves."
          checked={kind === 'deploy-key'}
          onChange={() => setKind('deploy-key')}
        />
        <ChoiceCard
          name="kind"
          label="Access token"
          hint="For https. Stored encrypted, never shown again."
          checked={kind === 'access-token'}
          onChange={() => setKind('access-token')}
        />
      </fieldset>
      <TextField
        label="Name"
        name="name"
        required
        error={error('name')}
        hint="Sources refer to it by this name."
        placeholder="acme-github"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="font-mono"
        data-autofocus
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Host"
          name="host"
          required
          error={error('host')}
          hint="It is sent to no other."
          placeholder="github.com"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono"
        />
        <TextField
          label="Paths that begin with"
          name="pathPrefix"
          isOptional
          error={error('pathPrefix')}
          hint="Default: all repositories."
          placeholder="/acme"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono"
        />
      </div>
      {kind === 'access-token' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="User name"
            name="username"
            isOptional
            error={error('username')}
            hint="Default: git."
            autoComplete="off"
            autoCapitalize="none"
          />
          <TextField
            label="Token"
            name="token"
            type="password"
            required
            error={error('token')}
            autoComplete="new-password"
          />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={create.isPending}>
          {kind === 'deploy-key' ? 'Make deploy key' : 'Store token'}
        </Button>
      </DialogActions>
    </form>
  );
}
