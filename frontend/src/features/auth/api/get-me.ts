import { api, unwrap } from '@/shared/api/client';

/** Who the session's cookie belongs to; 401 for nobody. */
export function getMe() {
  return unwrap(api.GET('/api/auth/me'));
}
