import type { FormEvent } from 'react';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { toasts } from '@/shared/ui/toasts';
import { useChangePassword } from '../api/change-password';
import { shortestPassword } from '../model';

/** The user's own password. */
export function PasswordForm({ username }: { username: string }) {
  const change = useChangePassword();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    change.run(
      { currentPassword: String(data.get('current')), newPassword: String(data.get('new')) },
      {
        onSuccess() {
          form.reset();
          toasts.show({ tone: 'good', title: 'Password changed', detail: 'All other sessions have ended.' });
        },
      },
    );
  }

  return (
    <form onSubmit={onSubmit} className="grid max-w-sm gap-4">
      {change.error && <ProblemNotice error={change.error} />}
      {/* Password managers need the name beside the passwords. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <TextField
        label="Current password"
        name="current"
        type="password"
        required
        autoComplete="current-password"
      />
      <TextField
        label="New password"
        name="new"
        type="password"
        required
        minLength={shortestPassword}
        autoComplete="new-password"
        hint={`At least ${shortestPassword} characters. All other sessions end.`}
      />
      <Button type="submit" variant="primary" isPending={change.isPending} className="justify-self-start">
        Change password
      </Button>
    </form>
  );
}
