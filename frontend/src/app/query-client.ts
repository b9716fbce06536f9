import { MutationCache, QueryClient } from '@tanstack/react-query';
import { toProblem } from '@/shared/api/problem';
import { connection } from '@/shared/live/connection';
import { toastProblem } from './toast-problem';

declare module '@tanstack/react-query' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be extended
  interface Register {
    mutationMeta: {
      /** The form or panel shows the error itself, so no toast does. */
      isToldInPlace?: boolean;
    };
  }
}

/**
 * Failed actions are shown as a toast, failed loads by the nearest error boundary; a failed refresh keeps the current
 * data.
 */
export function createQueryClient(): QueryClient {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 1000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && toProblem(error).isUnreachable,
        throwOnError: (_, query) => query.state.data === undefined,
      },
      mutations: { networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      onError(error, _variables, _result, mutation) {
        if (mutation.meta?.isToldInPlace) return;
        toastProblem(error);
      },
    }),
  });
  connection.onReturn(() => void queryClient.invalidateQueries());
  return queryClient;
}
