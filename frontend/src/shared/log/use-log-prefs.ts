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

/** How this person likes to read logs, on this device. A phone wraps until told otherwise. */
export function useLogPrefs() {
  const [prefs, setPrefs] = useState(remembered);
  function toggle(name: keyof LogPrefs) {
    const next = { ...prefs, [name]: !prefs[name] };
    setPrefs(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }
  return { prefs, toggle };
}
