import type { Role } from '@/shared/session/session';

/** The roles, from the weakest to the strongest. */
export const roleChoices: readonly { value: Role; label: string; hint: string }[] = [
  { value: 'viewer', label: 'Viewer', hint: 'Reads everything, changes nothing.' },
  { value: 'operator', label: 'Operator', hint: 'Deploys and configures tenants.' },
  { value: 'admin', label: 'Admin', hint: 'Also changes settings and users.' },
];

export const shortestPassword = 12;

const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
];
const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/** A browser and its system in words, as far as the program tells; programs of other kinds are named as they name themselves. */
export function programOf(userAgent: string | null): string {
  if (!userAgent) return 'Unknown program';
  const nameIn = (known: typeof browsers) => known.find(([, mark]) => mark.test(userAgent))?.[0];
  const browser = nameIn(browsers);
  const system = nameIn(systems);
  if (!browser) return userAgent.split(' ')[0] ?? userAgent;
  return system ? `${browser} on ${system}` : browser;
}
