import { useSyncExternalStore } from 'react';
import { isAllowed, type Role, session } from './session';

export function useSession() {
  return useSyncExternalStore(session.subscribe, session.get);
}

/** Whether the signed-in user may do what needs `role`. What is not allowed is not shown. */
export function useIsAllowed(role: Role): boolean {
  return isAllowed(useSession().user?.role, role);
}
