import { isAllowed } from '@/shared/session/session';
import { useIsAllowed, useSession } from '@/shared/session/use-session';
import { type Tab, Tabs } from '@/shared/ui/tabs';

/** Pages beside the settings, for admins. */
export function SettingsTabs() {
  return (
    <AdminTabs
      label="Settings"
      tabs={[
        { label: 'Settings', link: { to: '/settings' } },
        { label: 'Git credentials', link: { to: '/credentials' } },
      ]}
    />
  );
}

/** What was done, and what tenants run since. */
export function DeploymentTabs() {
  return (
    <Tabs
      label="Deployments"
      tabs={[
        { label: 'Deployments', link: { to: '/deployments' } },
        { label: 'Releases', link: { to: '/releases' } },
      ]}
    />
  );
}

/** What is wrong, who is told of it, and what is done again and again. */
export function AlertTabs() {
  const mayRead = useIsAllowed('operator');
  return (
    <Tabs
      label="Alerts"
      tabs={[
        { label: 'Alerts', link: { to: '/alerts' } },
        ...(mayRead ? [{ label: 'Rules and channels', link: { to: '/alert-rules' } } as const] : []),
        { label: 'Schedules', link: { to: '/schedules' } },
      ]}
    />
  );
}

/** Users and where they are signed in, for admins. */
export function UserTabs() {
  return (
    <AdminTabs
      label="Users"
      tabs={[
        { label: 'Users', link: { to: '/users' } },
        { label: 'Sessions', link: { to: '/sessions' } },
      ]}
    />
  );
}

/** Backups and their tenants; keys are for operators, import is for admins. */
export function BackupTabs() {
  const { user } = useSession();
  const tabs: Tab[] = [
    { label: 'Backups', link: { to: '/backups' } },
    { label: 'Tenants', link: { to: '/backups/tenants' } },
  ];
  if (isAllowed(user?.role, 'operator')) tabs.push({ label: 'Keys', link: { to: '/backups/keys' } });
  if (isAllowed(user?.role, 'admin')) tabs.push({ label: 'Import', link: { to: '/backups/import' } });
  return <Tabs label="Backups" tabs={tabs} />;
}

function AdminTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { user } = useSession();
  // As high as they will be: what is below stays in place.
  if (!user) return <div className="h-9" />;
  return isAllowed(user.role, 'admin') && <Tabs label={label} tabs={tabs} />;
}
