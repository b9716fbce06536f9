import { useSyncExternalStore } from 'react';
import { isAllowed, type Role, session } from './session';

export function useSession() {
  return useSyncExternalStore(session.subscribe, session.get);
}

/** Whether the signed-in user has `role`. Actions that are not permitted are hidden. */
export function useIsAllowed(role: Role): boolean {
  return isAllowed(useSession().user?.role, role);
}
