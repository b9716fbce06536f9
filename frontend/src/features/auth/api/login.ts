import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { session } from '@/shared/session/session';

export type Credentials = { username: string; password: string };

export async function login(body: Credentials) {
  // The answer also contains a token for clients without cookies; this page uses the cookie and ignores the token.
  const { user } = await unwrap(api.POST('/api/auth/login', { body }));
  return user;
}

/** The form shows the error, so no toast does. */
export function useLogin() {
  return useMutation({ mutationFn: login, meta: { isToldInPlace: true }, onSuccess: session.signedIn });
}
