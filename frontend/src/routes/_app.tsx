import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { Shell } from '@/app/shell/shell';
import { getMe } from '@/features/auth/api/get-me';
import { ExpiredDialog } from '@/features/auth/components/expired-dialog';
import { ProblemError } from '@/shared/api/problem';
import { session } from '@/shared/session/session';

/** All pages that need authentication: loads the user once, and redirects to the sign-in page with the return path. */
export const Route = createFileRoute('/_app')({
  async beforeLoad({ location }) {
    if (session.get().user) return;
    try {
      session.signedIn(await getMe());
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error;
      throw redirect({ to: '/login', search: { next: location.href }, replace: true });
    }
  },
  component: AppLayout,
});

function AppLayout() {
  return (
    <Shell>
      <Outlet />
      <ExpiredDialog />
    </Shell>
  );
}
