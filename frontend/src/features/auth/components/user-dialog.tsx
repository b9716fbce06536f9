import { type FormEvent, useState } from 'react';
import type { Role } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { ChoiceCard, TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { Switch } from '@/shared/ui/switch';
import { type Account, useChangeUser, useCreateUser } from '../api/users';
import { roleChoices, shortestPassword } from '../model';

type UserDialogProps = {
  /** The user to change, or `new`; closed without one. */
  user: Account | 'new' | undefined;
  onClose(): void;
};

export function UserDialog({ user, onClose }: UserDialogProps) {
  const title = user === 'new' || !user ? 'New user' : `Change ${user.username}`;
  return (
    <Dialog title={title} isOpen={user !== undefined} onClose={onClose}>
      {user === 'new' && <NewUserForm onClose={onClose} />}
      {user !== undefined && user !== 'new' && <ChangeUserForm user={user} onClose={onClose} />}
    </Dialog>
  );
}

function NewUserForm({ onClose }: { onClose(): void }) {
  const create = useCreateUser();
  const [role, setRole] = useState<Role>('operator');

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    create.run(
      { username: String(data.get('username')).trim(), password: String(data.get('password')), role },
      { onSuccess: onClose },
    );
  }

  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      {create.error && <ProblemNotice error={create.error} />}
      <TextField
        label="User name"
        name="username"
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        required
        minLength={shortestPassword}
        autoComplete="new-password"
        hint={`At least ${shortestPassword} characters. The user can change it.`}
      />
      <RoleChoice role={role} onChoose={setRole} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={create.isPending}>
          Create user
        </Button>
      </DialogActions>
    </form>
  );
}

function ChangeUserForm({ user, onClose }: { user: Account; onClose(): void }) {
  const change = useChangeUser(user.id);
  const [role, setRole] = useState<Role>(user.role);
  const [isDisabled, setIsDisabled] = useState(user.disabled);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    change.run({ role, disabled: isDisabled, ...(password && { password }) }, { onSuccess: onClose });
  }

  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      {change.error && <ProblemNotice error={change.error} />}
      <RoleChoice role={role} onChoose={setRole} />
      <TextField
        label="New password"
        name="password"
        type="password"
        isOptional
        minLength={shortestPassword}
        autoComplete="new-password"
        hint="Without one the password stays."
      />
      <Switch
        label="Sign-in disabled"
        hint="Ends all sessions of the user."
        isOn={isDisabled}
        onSwitch={setIsDisabled}
      />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={change.isPending}>
          Save
        </Button>
      </DialogActions>
    </form>
  );
}

export function RoleChoice({ role, onChoose }: { role: Role; onChoose(role: Role): void }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1.5 font-medium">Role</legend>
      {roleChoices.map(({ value, label, hint }) => (
        <ChoiceCard
          key={value}
          name="role"
          label={label}
          hint={hint}
          value={value}
          checked={role === value}
          onChange={() => onChoose(value)}
        />
      ))}
    </fieldset>
  );
}
