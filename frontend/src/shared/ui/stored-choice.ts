import { createStore } from '../store';

/** A choice stored on this device and shared by its tabs. Without storage it lasts until the page is closed. */
export function storedChoice<T extends string>(key: string, choices: readonly T[], usual: T) {
  function remembered(): T {
    try {
      const stored = localStorage.getItem(key);
      return choices.find((choice) => choice === stored) ?? usual;
    } catch {
      return usual;
    }
  }

  const store = createStore<T>(remembered());
  addEventListener('storage', (event) => {
    if (event.key === key) store.set(remembered());
  });

  return {
    get: store.get,
    subscribe: store.subscribe,
    choose(choice: T) {
      store.set(choice);
      try {
        localStorage.setItem(key, choice);
      } catch {
        // Without storage the choice is kept in memory.
      }
    },
  };
}
