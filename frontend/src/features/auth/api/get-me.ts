import { api, unwrap } from '@/shared/api/client';

/** The user of the session's cookie; 401 without a session. */
export function getMe() {
  return unwrap(api.GET('/api/auth/me'));
}
