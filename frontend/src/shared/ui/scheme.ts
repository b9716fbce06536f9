import { createStore } from '../store';

export type SchemeChoice = 'light' | 'dark' | 'system';

// Also used by public/scheme.js, which applies the choice before the first paint.
const key = 'tenantmgr.scheme';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

function remembered(): SchemeChoice {
  try {
    const choice = localStorage.getItem(key);
    return choice === 'light' || choice === 'dark' ? choice : 'system';
  } catch {
    return 'system';
  }
}

const store = createStore<SchemeChoice>(remembered());

function apply() {
  const choice = store.get();
  const isDark = choice === 'dark' || (choice === 'system' && systemIsDark.matches);
  document.documentElement.dataset.scheme = isDark ? 'dark' : 'light';
}

systemIsDark.addEventListener('change', apply);
addEventListener('storage', (event) => {
  if (event.key !== key) return;
  store.set(remembered());
  apply();
});

/** Light, dark, or the system's scheme: stored on this device and shared by its tabs. */
export const scheme = {
  get: store.get,
  subscribe: store.subscribe,
  choose(choice: SchemeChoice) {
    store.set(choice);
    apply();
    try {
      localStorage.setItem(key, choice);
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
  },
};
