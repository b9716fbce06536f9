import { createFileRoute, Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { destinations } from '@/app/shell/navigation';
import { PasswordForm } from '@/features/auth/components/password-form';
import { useSession } from '@/shared/session/use-session';
import { density } from '@/shared/ui/density';
import { Page } from '@/shared/ui/page';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { shortcuts } from '@/shared/ui/shortcuts';
import { Switch } from '@/shared/ui/switch';

export const Route = createFileRoute('/_app/account')({ component: AccountPage });

function AccountPage() {
  const { user } = useSession();
  const chosenDensity = useSyncExternalStore(density.subscribe, density.get);
  const chosenShortcuts = useSyncExternalStore(shortcuts.subscribe, shortcuts.get);

  return (
    <Page title="My account" width="text">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Password">{user && <PasswordForm username={user.username} />}</Panel>
        <div className="grid gap-4">
          <Panel title="User">
            <Facts>
              <Fact term="Name">{user?.username}</Fact>
              <Fact term="Role">
                <span className="capitalize">{user?.role}</span>
              </Fact>
              <Fact term="Signed in">
                <Link to="/sessions" className="text-accent hover:underline">
                  {user?.role === 'admin' ? 'All sessions' : 'My sessions'}
                </Link>
              </Fact>
            </Facts>
          </Panel>
          <Panel title="This browser">
            <div className="grid gap-4">
              <Switch
                label="Comfortable rows"
                hint="Table rows of 44 px instead of 36."
                isOn={chosenDensity === 'comfortable'}
                onSwitch={(isOn) => density.choose(isOn ? 'comfortable' : 'compact')}
              />
              <Switch
                label="Single-key shortcuts"
                hint="Off for speech input. Ctrl or ⌘ with K always works."
                isOn={chosenShortcuts === 'on'}
                onSwitch={(isOn) => shortcuts.choose(isOn ? 'on' : 'off')}
              />
            </div>
          </Panel>
          <Panel title="Shortcuts" isFlush>
            <dl className="divide-y divide-line">
              {[
                { keys: 'Ctrl K', does: 'Go to a page or tenant, or act' },
                { keys: '/', does: 'Search this page' },
                { keys: '↑ ↓', does: 'Move between the rows of a table' },
                ...destinations.map(({ letter, label }) => ({ keys: `g ${letter}`, does: label })),
              ].map(({ keys, does }) => (
                <div key={keys} className="flex items-center justify-between px-4 py-1">
                  <dt className="text-sm">{does}</dt>
                  <dd>
                    <kbd className="font-mono text-xs text-muted">{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </Panel>
        </div>
      </div>
    </Page>
  );
}
