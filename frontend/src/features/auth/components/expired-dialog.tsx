import { session } from '@/shared/session/session';
import { useSession } from '@/shared/session/use-session';
import { Dialog } from '@/shared/ui/dialog';
import { LoginForm } from './login-form';

/** Shown over the page when its session has ended: after sign-in, the interrupted request continues. */
export function ExpiredDialog() {
  const { user, isExpired } = useSession();
  return (
    <Dialog
      title="Your session has ended"
      isOpen={isExpired}
      onClose={() => session.get().isExpired && session.signedOut()}
    >
      <p className="text-muted">Sign in again to continue. Your input is kept.</p>
      <LoginForm username={user?.username} />
    </Dialog>
  );
}
