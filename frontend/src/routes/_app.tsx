import { useQueryClient } from '@tanstack/react-query';
import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { useEffect } from 'react';
import { followLive } from '@/app/live-queries';
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
  const queryClient = useQueryClient();
  useEffect(() => followLive(queryClient), [queryClient]);
  return (
    <Shell>
      <Outlet />
      <ExpiredDialog />
    </Shell>
  );
}
