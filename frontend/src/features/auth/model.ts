import type { Role } from '@/shared/session/session';

/** The roles, from the weakest to the strongest. */
export const roleChoices: readonly { value: Role; label: string; hint: string }[] = [
  { value: 'viewer', label: 'Viewer', hint: 'Reads everything, changes nothing.' },
  { value: 'operator', label: 'Operator', hint: 'Deploys and configures tenants.' },
  { value: 'admin', label: 'Admin', hint: 'Also changes settings and users.' },
];

export const shortestPassword = 12;
