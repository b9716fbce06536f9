import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Skeleton } from '@/shared/feedback/skeleton';
import { WentWrong } from '@/shared/feedback/went-wrong';
import { connection } from '@/shared/live/connection';
import { useSession } from '@/shared/session/use-session';
import { ButtonLink } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { useNow } from '@/shared/ui/use-now';

/** How often a page that failed for a temporary reason is tried again. */
const againMs = 4000;

/** Replaces a page whose load failed. It heals without a click: on the manager's return, and every few seconds. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  const { user } = useSession();
  const problem = toProblem(error);
  const { isTemporary } = problem;

  const retry = useCallback(() => {
    boundary.reset();
    reset();
    void router.invalidate();
  }, [boundary, reset, router]);

  const [retryAt] = useState(() => Date.now() + Math.max(againMs, problem.retryAfterMs ?? 0));
  const now = useNow(1000, isTemporary);

  useEffect(() => connection.onReturn(retry), [retry]);

  useEffect(() => {
    if (!isTemporary) return;
    const timer = setTimeout(retry, retryAt - Date.now());
    return () => clearTimeout(timer);
  }, [isTemporary, retry, retryAt]);

  // Signed out: the shell is about to show the sign-in page.
  if (problem.status === 401 && !user) return <Skeleton label="Loading" />;

  return (
    <Page title={problem.status === 404 ? 'Not found' : problem.title} width="text">
      <WentWrong
        error={error}
        onRetry={retry}
        retryInMs={isTemporary ? retryAt - now : undefined}
        action={<ButtonLink to="/tenants">All tenants</ButtonLink>}
      />
    </Page>
  );
}
