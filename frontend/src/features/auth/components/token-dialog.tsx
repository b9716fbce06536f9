import { type FormEvent, useState } from 'react';
import { isAllowed, type Role } from '@/shared/session/session';
import { useSession } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { type Choice, Combobox } from '@/shared/ui/combobox';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { SelectField, TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SecretOnce } from '@/shared/ui/secret-once';
import { useCreateToken } from '../api/tokens';
import { roleChoices } from '../model';

type TokenDialogProps = { isOpen: boolean; tenants: readonly Choice[]; onClose(): void };

/** A new token; it is shown once and must be acknowledged. */
export function TokenDialog({ isOpen, tenants, onClose }: TokenDialogProps) {
  const [token, setToken] = useState<string>();
  function done() {
    setToken(undefined);
    onClose();
  }
  return (
    <Dialog title="New API token" isOpen={isOpen} onClose={token ? undefined : onClose}>
      {token ? (
        <SecretOnce title="API token" name="token" secret={token} done="Stored" onDone={done} />
      ) : (
        <TokenForm tenants={tenants} onClose={onClose} onCreated={setToken} />
      )}
    </Dialog>
  );
}

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: '', label: 'Does not expire' },
];

const dayMs = 86_400_000;

type TokenFormProps = { tenants: readonly Choice[]; onClose(): void; onCreated(token: string): void };

function TokenForm({ tenants, onClose, onCreated }: TokenFormProps) {
  const create = useCreateToken();
  const own = useSession().user?.role;
  const [role, setRole] = useState<Role>('operator');
  const [days, setDays] = useState('90');
  const [chosen, setChosen] = useState<readonly Choice[]>([]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    create.run(
      {
        name: String(new FormData(event.currentTarget).get('name')).trim(),
        role,
        ...(chosen.length > 0 && { tenants: chosen.map(({ value }) => value) }),
        ...(days && { expiresAt: new Date(Date.now() + Number(days) * dayMs).toISOString() }),
      },
      { onSuccess: ({ token }) => token && onCreated(token) },
    );
  }

  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      {create.error && <ProblemNotice error={create.error} />}
      <TextField
        label="Purpose"
        name="name"
        required
        maxLength={100}
        placeholder="Deploys from CI"
        autoComplete="off"
        data-autofocus
      />
      <div className="flex flex-wrap gap-3">
        <SelectField
          label="Role"
          className="flex-1"
          options={roleChoices.filter(({ value }) => isAllowed(own, value))}
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
        />
        <SelectField
          label="Lifetime"
          className="flex-1"
          options={lifetimes}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </div>
      <Combobox
        label="Tenants"
        hint="Without a choice the token reaches all of them."
        placeholder="All tenants"
        choices={tenants}
        chosen={chosen}
        onChoose={setChosen}
      />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={create.isPending}>
          Create token
        </Button>
      </DialogActions>
    </form>
  );
}
