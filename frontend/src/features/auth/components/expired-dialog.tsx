import { session } from '@/shared/session/session';
import { useSession } from '@/shared/session/use-session';
import { Dialog } from '@/shared/ui/dialog';
import { LoginForm } from './login-form';

/** Over the page when its session is over: after signing in, whatever was under way goes on. */
export function ExpiredDialog() {
  const { user, isExpired } = useSession();
  return (
    <Dialog
      title="Your session has ended"
      isOpen={isExpired}
      onClose={() => session.get().isExpired && session.signedOut()}
    >
      <p className="text-muted">Sign in again to go on where you are. What you typed is still there.</p>
      <LoginForm username={user?.username} />
    </Dialog>
  );
}
