import { Link } from '@tanstack/react-router';
import { LogOut, Search } from 'lucide-react';
import { useLogout } from '@/features/auth/api/logout';
import { isAllowed } from '@/shared/session/session';
import { useSession } from '@/shared/session/use-session';
import { BrandMark } from '@/shared/ui/brand';
import { SchemeSwitch } from '@/shared/ui/scheme-switch';
import { Spinner } from '@/shared/ui/spinner';
import { destinations } from './navigation';
import { palette } from './palette-store';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Navigation, palette, user, and colour scheme. A rail on wide screens, a drawer on narrow ones. */
export function Rail({ onGo }: { onGo?(): void }) {
  const { user } = useSession();
  return (
    <div className="on-rail flex h-full flex-col gap-3 bg-rail p-3 text-rail-ink">
      <Link
        to="/"
        activeOptions={{ exact: true }}
        onClick={onGo}
        className="flex h-8 items-center gap-2.5 rounded-md px-2 font-semibold"
      >
        <BrandMark className="size-5 text-rail-mark" />
        Tenant Manager
      </Link>
      <button
        type="button"
        onClick={() => {
          onGo?.();
          palette.set(true);
        }}
        className="flex h-8 items-center gap-2.5 rounded-md border border-rail-line px-2.5 text-rail-muted transition-colors duration-150 hover:border-rail-muted hover:text-rail-ink"
      >
        <Search aria-hidden className="size-3.5" />
        <span className="flex-1 text-left">Go to</span>
        <kbd aria-hidden className="font-sans text-xs">
          {isMac ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      <nav aria-label="Main">
        <ul className="grid gap-px">
          {destinations
            .filter(({ role }) => isAllowed(user?.role, role) || (!user && role === 'viewer'))
            .map(({ to, label, Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  activeOptions={{ exact: to === '/' }}
                  onClick={onGo}
                  className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-rail-muted transition-colors duration-150 hover:bg-rail-raised hover:text-rail-ink aria-[current]:bg-rail-raised aria-[current]:font-medium aria-[current]:text-rail-ink forced-colors:aria-[current]:outline"
                >
                  <Icon aria-hidden className="size-4" />
                  {label}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <div className="mt-auto grid gap-3 border-t border-rail-line pt-3">
        <SchemeSwitch />
        <SignedInAs onGo={onGo} />
      </div>
    </div>
  );
}

function SignedInAs({ onGo }: { onGo?(): void }) {
  const { user } = useSession();
  const logout = useLogout();
  // As high as it will be: what is above stays in place.
  if (!user) return <div className="h-11" />;
  return (
    <div className="flex h-11 items-center gap-1">
      <Link
        to="/account"
        onClick={onGo}
        className="min-w-0 flex-1 rounded-md px-2 py-1 hover:bg-rail-raised aria-[current]:bg-rail-raised"
      >
        <span className="block truncate font-medium">{user.username}</span>
        <span className="block text-xs text-rail-muted capitalize">{user.role}</span>
      </Link>
      <button
        type="button"
        aria-label="Sign out"
        title="Sign out"
        aria-disabled={logout.isPending || undefined}
        onClick={() => !logout.isPending && logout.mutate()}
        className="inline-flex size-9 items-center justify-center rounded-md text-rail-muted transition-colors duration-150 hover:bg-rail-raised hover:text-rail-ink"
      >
        {logout.isPending ? <Spinner /> : <LogOut aria-hidden className="size-4" />}
      </button>
    </div>
  );
}
