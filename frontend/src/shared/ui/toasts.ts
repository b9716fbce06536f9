import { createStore } from '../store';
import type { Tone } from './tone';

export type Toast = {
  id: number;
  tone: Extract<Tone, 'good' | 'bad'>;
  title: string;
  detail?: string;
  /** The reference for support: shown small, copied with one click. */
  reference?: string;
};

const store = createStore<readonly Toast[]>([]);
const briefMs = 5000;
let lastId = 0;

/** Success messages disappear by themselves, errors stay until they are dismissed. */
export const toasts = {
  get: store.get,
  subscribe: store.subscribe,
  show(toast: Omit<Toast, 'id'>) {
    const id = ++lastId;
    const others = store
      .get()
      .filter((shown) => shown.title !== toast.title || shown.detail !== toast.detail);
    store.set([...others.slice(-3), { ...toast, id }]);
    if (toast.tone === 'good') setTimeout(() => toasts.dismiss(id), briefMs);
  },
  dismiss(id: number) {
    store.set(store.get().filter((toast) => toast.id !== id));
  },
};
