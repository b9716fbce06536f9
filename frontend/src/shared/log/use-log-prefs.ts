import { useState } from 'react';

export type LogPrefs = { isWrapped: boolean; hasTimes: boolean; hasColours: boolean };

const key = 'tenantmgr.log';

function remembered(): LogPrefs {
  const usual = { isWrapped: matchMedia('(max-width: 40rem)').matches, hasTimes: false, hasColours: true };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<LogPrefs>) };
  } catch {
    return usual;
  }
}

/** The user's display options for logs, stored on this device. Narrow screens wrap by default. */
export function useLogPrefs() {
  const [prefs, setPrefs] = useState(remembered);
  function toggle(name: keyof LogPrefs) {
    const next = { ...prefs, [name]: !prefs[name] };
    setPrefs(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
  }
  return { prefs, toggle };
}
