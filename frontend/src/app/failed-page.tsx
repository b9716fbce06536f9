import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { toProblem } from '@/shared/api/problem';
import { WentWrong } from '@/shared/feedback/went-wrong';
import { connection } from '@/shared/live/connection';
import { ButtonLink } from '@/shared/ui/button';

/** Replaces a page whose load failed. Retries automatically once the manager responds again. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  const { title } = toProblem(error);

  useEffect(() => {
    document.title = `${title} · Tenant Manager`;
  }, [title]);

  useEffect(() => {
    const retry = () => {
      boundary.reset();
      reset();
      void router.invalidate();
    };
    return connection.onReturn(retry);
  }, [boundary, reset, router]);

  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <WentWrong
        error={error}
        onRetry={() => {
          boundary.reset();
          reset();
          void router.invalidate();
        }}
        action={<ButtonLink to="/tenants">All tenants</ButtonLink>}
      />
    </>
  );
}
