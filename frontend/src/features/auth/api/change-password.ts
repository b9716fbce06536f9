import { api, unwrap } from '@/shared/api/client';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

type PasswordChange = components['schemas']['PasswordChange'];

/** Ends all other sessions of the user. */
export function useChangePassword() {
  return useAction({
    act: (body: PasswordChange, key) =>
      unwrap(api.PUT('/api/auth/password', { params: { header: { 'Idempotency-Key': key } }, body })),
    isToldInPlace: true,
  });
}
