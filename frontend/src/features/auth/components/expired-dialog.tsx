import { session } from '@/shared/session/session';
import { useSession } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { LoginForm } from './login-form';

/**
 * Shown over the page when its session has ended: after sign-in, the interrupted request continues. Escape does not close
 * it, because that would drop the input it keeps; signing out is a button.
 */
export function ExpiredDialog() {
  const { user, isExpired } = useSession();
  return (
    <Dialog title="Your session has ended" isOpen={isExpired}>
      <p className="text-muted">Sign in again to continue. Your input is kept.</p>
      <LoginForm username={user?.username} />
      <Button variant="quiet" onClick={session.signedOut}>
        Sign out and drop the input
      </Button>
    </Dialog>
  );
}
