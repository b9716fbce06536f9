import { Link } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { useLogout } from '@/features/auth/api/logout';
import { useSession } from '@/shared/session/use-session';
import { BrandMark } from '@/shared/ui/brand';
import { SchemeSwitch } from '@/shared/ui/scheme-switch';
import { Spinner } from '@/shared/ui/spinner';
import { destinations } from './navigation';

/** Navigation, user, and colour scheme. A rail on wide screens, a drawer on narrow ones. */
export function Rail({ onGo }: { onGo?(): void }) {
  return (
    <div className="on-rail flex h-full flex-col gap-6 bg-rail p-3 text-rail-ink">
      <Link
        to="/tenants"
        onClick={onGo}
        className="flex items-center gap-2.5 rounded-md px-2 py-1.5 font-semibold"
      >
        <BrandMark className="text-rail-mark" />
        Tenant Manager
      </Link>
      <nav aria-label="Main">
        <ul className="grid gap-0.5">
          {destinations.map(({ to, label, Icon }) => (
            <li key={to}>
              <Link
                to={to}
                onClick={onGo}
                className="flex h-9 items-center gap-2.5 rounded-md px-2.5 text-rail-muted transition-colors duration-150 hover:bg-rail-raised hover:text-rail-ink aria-[current]:bg-rail-raised aria-[current]:font-medium aria-[current]:text-rail-ink"
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
        <SignedInAs />
      </div>
    </div>
  );
}

function SignedInAs() {
  const { user } = useSession();
  const logout = useLogout();
  if (!user) return null;
  return (
    <div className="flex items-center gap-2.5 pl-2">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{user.username}</p>
        <p className="text-xs text-rail-muted capitalize">{user.role}</p>
      </div>
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
