import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { session } from '@/shared/session/session';

export type Credentials = { username: string; password: string };

export async function login(body: Credentials) {
  // The answer also carries a token for clients without cookies; this page uses its cookie and lets the token go.
  const { user } = await unwrap(api.POST('/api/auth/login', { body }));
  return user;
}

/** Its refusal is shown in the form, so no toast. */
export function useLogin() {
  return useMutation({ mutationFn: login, meta: { isToldInPlace: true }, onSuccess: session.signedIn });
}
