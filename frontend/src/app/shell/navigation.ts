import {
  Archive,
  Bell,
  History,
  KeyRound,
  LayoutDashboard,
  type LucideIcon,
  Network,
  Route,
  ScrollText,
  Settings,
  ShieldCheck,
  Store,
  Terminal,
  Users,
} from 'lucide-react';
import type { Role } from '@/shared/session/session';

export type Destination = {
  to:
    | '/'
    | '/tenants'
    | '/deployments'
    | '/backups'
    | '/alerts'
    | '/ports'
    | '/certificates'
    | '/nginx'
    | '/logs'
    | '/audit'
    | '/users'
    | '/tokens'
    | '/settings';
  label: string;
  Icon: LucideIcon;
  /** Pressed after `g`. */
  letter: string;
  role: Role;
};

/** The main pages, in the order of the navigation. */
export const destinations: readonly Destination[] = [
  { to: '/', label: 'Dashboard', Icon: LayoutDashboard, letter: 'o', role: 'viewer' },
  { to: '/tenants', label: 'Tenants', Icon: Store, letter: 't', role: 'viewer' },
  { to: '/deployments', label: 'Deployments', Icon: History, letter: 'd', role: 'viewer' },
  { to: '/backups', label: 'Backups', Icon: Archive, letter: 'b', role: 'viewer' },
  { to: '/alerts', label: 'Alerts', Icon: Bell, letter: 'e', role: 'viewer' },
  { to: '/ports', label: 'Ports', Icon: Network, letter: 'p', role: 'viewer' },
  { to: '/certificates', label: 'Certificates', Icon: ShieldCheck, letter: 'c', role: 'viewer' },
  { to: '/nginx', label: 'NGINX', Icon: Route, letter: 'n', role: 'operator' },
  { to: '/logs', label: 'Logs', Icon: Terminal, letter: 'l', role: 'operator' },
  { to: '/audit', label: 'Audit log', Icon: ScrollText, letter: 'a', role: 'viewer' },
  { to: '/users', label: 'Users', Icon: Users, letter: 'u', role: 'admin' },
  { to: '/tokens', label: 'API tokens', Icon: KeyRound, letter: 'k', role: 'operator' },
  { to: '/settings', label: 'Settings', Icon: Settings, letter: 's', role: 'viewer' },
];
