import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { session } from '@/shared/session/session';

export function logout() {
  return unwrap(api.POST('/api/auth/logout'));
}

/** Forgets everything that was loaded, so that the next person on this device sees none of it. */
export function useLogout() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: logout,
    onSuccess() {
      session.signedOut();
      queryClient.clear();
    },
  });
}
