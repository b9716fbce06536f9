import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { dropDrafts } from '@/shared/draft';
import { session } from '@/shared/session/session';

export function logout() {
  return unwrap(api.POST('/api/auth/logout'));
}

/** Clears all loaded data and drafts, so that the next user of this device cannot see it. */
export function useLogout() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: logout,
    onSuccess() {
      dropDrafts();
      session.signedOut();
      queryClient.clear();
    },
  });
}
