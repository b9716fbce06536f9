import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Loaded } from '@/shared/feedback/loaded';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { TimeAgo } from '@/shared/ui/time-ago';
import { signersOptions, useForgetSigner, useTrustSigner } from '../api/keys';

/** Managers whose bundles are accepted. A bundle of another one is refused before it is opened. */
export function SignerPanel() {
  const signers = useQuery(signersOptions());
  const forget = useForgetSigner();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Panel
      title="Trusted signers"
      isFlush
      actions={
        <Button size="sm" variant="quiet" onClick={() => setIsAdding(true)}>
          Add
        </Button>
      }
    >
      <Loaded query={signers} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="p-4 text-muted">
              Only bundles of this manager are accepted. Add the key of another one to take over its tenants.
            </p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map(({ id, name, publicKey, addedAt, addedBy }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
                  <div className="grid min-w-0 gap-0.5">
                    <p className="font-medium">{name}</p>
                    <code className="font-mono text-xs break-all text-muted">{publicKey}</code>
                    <p className="text-sm text-muted">
                      {addedBy}, <TimeAgo at={addedAt} />
                    </p>
                  </div>
                  <Button
                    size="sm"
                    aria-label={`Remove ${name}`}
                    isPending={forget.isPending && forget.variables === id}
                    onClick={() => forget.run(id)}
                  >
                    Remove
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog title="Trust another manager" isOpen={isAdding} onClose={() => setIsAdding(false)}>
        <SignerForm onClose={() => setIsAdding(false)} />
      </Dialog>
    </Panel>
  );
}

function SignerForm({ onClose }: { onClose(): void }) {
  const trust = useTrustSigner();
  const problems = trust.error ? toProblem(trust.error).fieldErrors : [];
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        trust.run(
          { name: String(form.get('name')).trim(), publicKey: String(form.get('publicKey')).trim() },
          { onSuccess: onClose },
        );
      }}
    >
      {trust.error && problems.length === 0 && <ProblemNotice error={trust.error} />}
      <TextField label="Name" name="name" required error={wrong('name')} data-autofocus />
      <TextField
        label="Public key"
        name="publicKey"
        required
        error={wrong('publicKey')}
        hint="From the page Keys of that manager. Compare it by another way than the bundle came."
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
      />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={trust.isPending}>
          Trust
        </Button>
      </DialogActions>
    </form>
  );
}
