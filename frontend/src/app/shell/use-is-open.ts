import { useSyncExternalStore } from 'react';
import type { palette } from './palette-store';

export function useIsOpen(store: typeof palette): boolean {
  return useSyncExternalStore(store.subscribe, store.get);
}
