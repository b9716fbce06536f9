import { createStore } from '@/shared/store';

/** Whether the command palette is open. */
export const palette = createStore(false);
