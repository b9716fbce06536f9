import { useIsAllowed } from '@/shared/session/use-session';
import { Tabs } from '@/shared/ui/tabs';

/** Pages beside the settings, for admins. */
export function SettingsTabs() {
  const isAdmin = useIsAllowed('admin');
  if (!isAdmin) return null;
  return (
    <Tabs
      label="Settings"
      tabs={[
        { label: 'Settings', link: { to: '/settings' } },
        { label: 'Git credentials', link: { to: '/credentials' } },
      ]}
    />
  );
}

/** Users and where they are signed in, for admins. */
export function UserTabs() {
  const isAdmin = useIsAllowed('admin');
  if (!isAdmin) return null;
  return (
    <Tabs
      label="Users"
      tabs={[
        { label: 'Users', link: { to: '/users' } },
        { label: 'Sessions', link: { to: '/sessions' } },
      ]}
    />
  );
}
