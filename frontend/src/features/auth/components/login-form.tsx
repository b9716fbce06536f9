import { Eye, EyeOff } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { useLogin } from '../api/login';

type LoginFormProps = {
  /** Set if a session expired over an open page: then only the password is requested. */
  username?: string;
  onSignedIn?(): void;
};

/**
 * Name and password; supports password managers and pasting. A wrong password and an unknown name give the same error.
 */
export function LoginForm({ username, onSignedIn }: LoginFormProps) {
  const login = useLogin();
  const [isVisible, setIsVisible] = useState(false);
  const [hasCapsLock, setHasCapsLock] = useState(false);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (login.isPending) return;
    const data = new FormData(event.currentTarget);
    login.mutate(
      { username: String(data.get('username')).trim(), password: String(data.get('password')) },
      { onSuccess: onSignedIn },
    );
  }

  function onKey(event: KeyboardEvent) {
    setHasCapsLock(event.getModifierState?.('CapsLock') ?? false);
  }

  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      {login.isError && <LoginRefusal error={login.error} />}
      <TextField
        label="Username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={username}
        readOnly={username !== undefined}
      />
      <TextField
        label="Password"
        name="password"
        type={isVisible ? 'text' : 'password'}
        autoComplete="current-password"
        required
        data-autofocus={username !== undefined || undefined}
        onKeyUp={onKey}
        onKeyDown={onKey}
        className="pr-10"
        hint={hasCapsLock ? 'Caps Lock is on.' : undefined}
        beside={
          <button
            type="button"
            aria-label={isVisible ? 'Hide password' : 'Show password'}
            aria-pressed={isVisible}
            onClick={() => setIsVisible(!isVisible)}
            className="absolute top-0 right-0 inline-flex size-8 items-center justify-center rounded-md text-muted hover:text-ink [&_svg]:size-4"
          >
            {isVisible ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </button>
        }
      />
      <Button type="submit" variant="primary" isPending={login.isPending} className="mt-1 w-full">
        Sign in
      </Button>
    </form>
  );
}

function LoginRefusal({ error }: { error: unknown }) {
  const problem = toProblem(error);
  const title = problem.status === 401 ? 'Wrong username or password' : problem.title;
  return (
    <Notice tone="bad" title={title}>
      {problem.status === 401 ? undefined : problem.detail}
    </Notice>
  );
}
