import type { components } from '../api/schema.gen';
import { createStore } from '../store';

export type User = components['schemas']['UserView'];
export type Role = User['role'];

type Session = { user: User | undefined; isExpired: boolean };

const store = createStore<Session>({ user: undefined, isExpired: false });
let waiting: ((signedIn: boolean) => void)[] = [];

function settle(signedIn: boolean) {
  const settled = waiting;
  waiting = [];
  for (const resolve of settled) resolve(signedIn);
}

/** The user of this page. The session itself is a cookie that scripts cannot read; this only stores its user. */
export const session = {
  get: store.get,
  subscribe: store.subscribe,

  signedIn(user: User) {
    store.set({ user, isExpired: false });
    settle(true);
  },

  signedOut() {
    store.set({ user: undefined, isExpired: false });
    settle(false);
  },

  /** Resolves to true once the user has signed in again on the same page, to false after sign-out or cancellation. */
  expire(): Promise<boolean> {
    const { user } = store.get();
    if (!user) return Promise.resolve(false);
    store.set({ user, isExpired: true });
    return new Promise((resolve) => waiting.push(resolve));
  },
};

const ranks: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 };

/** Whether the role includes `needed`: `viewer` reads, `operator` operates tenants, `admin` does everything. */
export function isAllowed(role: Role | undefined, needed: Role): boolean {
  return role !== undefined && ranks[role] >= ranks[needed];
}
