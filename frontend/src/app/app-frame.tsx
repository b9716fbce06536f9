import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { ExpiredDialog } from '@/features/auth/components/expired-dialog';
import { followLive } from './live-queries';
import { Shell } from './shell/shell';
import { useSignedIn } from './use-signed-in';

/** The shell, the session and the stream of events around every page. */
export function AppFrame({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const isSignedIn = useSignedIn() !== undefined;
  useEffect(() => (isSignedIn ? followLive(queryClient) : undefined), [isSignedIn, queryClient]);
  return (
    <Shell>
      {children}
      <ExpiredDialog />
    </Shell>
  );
}
