import { History, type LucideIcon, Store } from 'lucide-react';

type Destination = { to: '/tenants' | '/deployments'; label: string; Icon: LucideIcon };

/** The main pages, in the order of the navigation. At most eight. */
export const destinations: readonly Destination[] = [
  { to: '/tenants', label: 'Tenants', Icon: Store },
  { to: '/deployments', label: 'Deployments', Icon: History },
];
