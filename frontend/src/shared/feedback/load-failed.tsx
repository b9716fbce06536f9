import type { UseQueryResult } from '@tanstack/react-query';
import { WentWrong } from './went-wrong';

/**
 * A failed load below the bar of its page. An error boundary would replace the bar too, and with it the filter that somebody is
 * typing. Its query must not throw.
 */
export function LoadFailed({ query }: { query: UseQueryResult }) {
  return query.isLoadingError ? <WentWrong error={query.error} onRetry={() => void query.refetch()} /> : null;
}
