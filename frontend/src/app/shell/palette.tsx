import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import {
  Archive,
  ArchiveRestore,
  BellRing,
  CalendarClock,
  HeartPulse,
  KeyRound,
  type LucideIcon,
  Monitor,
  MonitorSmartphone,
  Moon,
  Package,
  Palette as PaletteIcon,
  Plus,
  Rocket,
  ScanSearch,
  Store,
  Sun,
  UserRound,
} from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { backUp } from '@/features/backup/api/backups';
import { deployTenant } from '@/features/deployment/api/deploy-tenant';
import { tenantsOptions } from '@/features/tenant/api/list-tenants';
import { cn } from '@/shared/cn';
import { randomId } from '@/shared/random-id';
import { isAllowed } from '@/shared/session/session';
import { useSession } from '@/shared/session/use-session';
import { Dialog } from '@/shared/ui/dialog';
import { scheme } from '@/shared/ui/scheme';
import { toastProblem } from '../toast-problem';
import { destinations } from './navigation';
import { palette } from './palette-store';

type Entry = { id: string; label: string; about?: string; Icon: LucideIcon; act(): void };

/** Goes to pages and tenants, and acts: by typing, from everywhere. */
export default function Palette() {
  return (
    <Dialog
      title="Go to or do"
      isOpen
      onClose={() => palette.set(false)}
      className="mt-[12vh] w-[min(36rem,calc(100vw-2rem))]"
    >
      <PaletteList />
    </Dialog>
  );
}

function PaletteList() {
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(query.trim());
  const current = Math.min(at, Math.max(0, entries.length - 1));

  function choose(entry: Entry | undefined) {
    if (!entry) return;
    palette.set(false);
    entry.act();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setAt(Math.min(current + 1, entries.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    else if (event.key === 'Enter') choose(entries[current]);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        role="combobox"
        aria-label="Page, tenant or action"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${current}` : undefined}
        placeholder="Page, tenant or action"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        data-autofocus
        className="h-9 w-full rounded-md border border-edge bg-surface px-3 placeholder:text-muted pointer-coarse:text-lg"
      />
      <div
        role="listbox"
        id={`${id}-list`}
        aria-label="Results"
        className="-mx-2 max-h-80 min-h-40 overflow-y-auto"
      >
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts through the input above
          <div
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onClick={() => choose(entry)}
            onMouseMove={() => setAt(index)}
            className={cn(
              'flex h-9 cursor-pointer items-center gap-3 rounded-md px-2.5',
              index === current && 'bg-sunken',
            )}
          >
            <entry.Icon aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="min-w-0 truncate">{entry.label}</span>
            {entry.about && (
              <span className="ml-auto shrink-0 font-mono text-xs text-muted">{entry.about}</span>
            )}
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {entries.length === 0 ? 'Nothing matches' : `${entries.length} results`}
      </p>
    </>
  );
}

/** An action on a tenant. With its word first, what follows is the name of the tenant. */
type Verb = {
  word: 'deploy' | 'theme' | 'health' | 'backups' | 'backup' | 'analyse';
  label: string;
  Icon: LucideIcon;
  role: 'viewer' | 'operator';
  /** Whether it is offered before its word is typed. */
  isOffered: boolean;
};

const verbs: readonly Verb[] = [
  { word: 'deploy', label: 'Deploy', Icon: Rocket, role: 'operator', isOffered: true },
  { word: 'theme', label: 'Theme of', Icon: PaletteIcon, role: 'viewer', isOffered: true },
  { word: 'health', label: 'Health of', Icon: HeartPulse, role: 'viewer', isOffered: true },
  { word: 'backups', label: 'Backups of', Icon: ArchiveRestore, role: 'viewer', isOffered: true },
  { word: 'backup', label: 'Back up', Icon: Archive, role: 'operator', isOffered: true },
  { word: 'analyse', label: 'Analyse a website for', Icon: ScanSearch, role: 'operator', isOffered: false },
];

function useEntries(query: string): Entry[] {
  const router = useRouter();
  const { user } = useSession();
  const wanted = useDeferredValue(query.toLowerCase());
  const words = wanted
    .replace(/^back up\b/, 'backup')
    .split(/\s+/)
    .filter(Boolean);
  const verb = verbs.find((one) => one.word === words[0]);
  // As the entry is written: "Health of" a tenant.
  const name = words.slice(verb ? (words[1] === 'of' ? 2 : 1) : 0).join(' ');
  const tenants = useQuery({
    ...tenantsOptions({ search: name || undefined, size: 8, sort: 'name' }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
  const may = (role: 'viewer' | 'operator' | 'admin') => isAllowed(user?.role, role);

  const fixed: Entry[] = [
    ...destinations
      .filter(({ role }) => may(role))
      .map(({ to, label, Icon, letter }) => ({
        id: to,
        label,
        about: `g ${letter}`,
        Icon,
        act: () => void router.navigate({ to }),
      })),
    {
      id: 'releases',
      label: 'Releases',
      Icon: Package,
      act: () => void router.navigate({ to: '/releases' }),
    },
    {
      id: 'account',
      label: 'My account',
      Icon: UserRound,
      act: () => void router.navigate({ to: '/account' }),
    },
    {
      id: 'sessions',
      label: may('admin') ? 'Sessions' : 'My sessions',
      Icon: MonitorSmartphone,
      act: () => void router.navigate({ to: '/sessions' }),
    },
    ...(may('admin')
      ? [
          {
            id: 'credentials',
            label: 'Git credentials',
            Icon: KeyRound,
            act: () => void router.navigate({ to: '/credentials' }),
          },
        ]
      : []),
    {
      id: 'schedules',
      label: 'Schedules',
      Icon: CalendarClock,
      act: () => void router.navigate({ to: '/schedules' }),
    },
    ...(may('operator')
      ? [
          {
            id: 'alert-rules',
            label: 'Rules and channels of alerts',
            Icon: BellRing,
            act: () => void router.navigate({ to: '/alert-rules' }),
          },
        ]
      : []),
    { id: 'light', label: 'Light colours', Icon: Sun, act: () => scheme.choose('light') },
    { id: 'dark', label: 'Dark colours', Icon: Moon, act: () => scheme.choose('dark') },
    { id: 'system', label: 'Colours of the system', Icon: Monitor, act: () => scheme.choose('system') },
  ];
  if (may('operator'))
    fixed.unshift({
      id: 'new',
      label: 'New tenant',
      Icon: Plus,
      act: () => void router.navigate({ to: '/tenants/new' }),
    });

  async function deploy(slug: string) {
    try {
      const deployment = await deployTenant(slug, {}, randomId());
      await router.navigate({ to: '/deployments/$deployment', params: { deployment } });
    } catch (error) {
      toastProblem(error);
    }
  }

  async function backUpNow(slug: string) {
    try {
      const { runId } = await backUp(slug, randomId());
      await router.navigate({ to: '/runs/$run', params: { run: runId } });
    } catch (error) {
      toastProblem(error);
    }
  }

  const matches = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  // Those of an earlier search are there until the answer comes; Enter must not act on another tenant.
  const items = (tenants.data?.items ?? []).filter((tenant) =>
    [tenant.name, tenant.slug, tenant.domain].some((text) => text.toLowerCase().includes(name)),
  );
  const found = items.map(({ slug, name: title }) => ({
    id: `tenant-${slug}`,
    label: title,
    about: slug,
    Icon: Store,
    act: () => void router.navigate({ to: '/tenants/$tenant', params: { tenant: slug } }),
  }));
  const acts: Record<Verb['word'], (slug: string) => void> = {
    deploy: (slug) => void deploy(slug),
    theme: (tenant) => void router.navigate({ to: '/tenants/$tenant/theme', params: { tenant } }),
    health: (tenant) => void router.navigate({ to: '/tenants/$tenant/health', params: { tenant } }),
    backups: (tenant) => void router.navigate({ to: '/tenants/$tenant/backups', params: { tenant } }),
    backup: (slug) => void backUpNow(slug),
    analyse: (tenant) =>
      void router.navigate({ to: '/tenants/$tenant/theme', params: { tenant }, hash: 'analyse' }),
  };
  const offered = verbs.filter((one) => may(one.role) && (verb ? one === verb : one.isOffered));
  const actions = offered.flatMap(({ word, label, Icon }) =>
    (words.length > 0 ? items : []).map(({ slug, name: title }) => ({
      id: `${word}-${slug}`,
      label: `${label} ${title}`,
      about: slug,
      Icon,
      act: () => acts[word](slug),
    })),
  );
  const pages = fixed.filter(({ label }) => matches(label));
  return verb ? [...actions, ...pages] : [...pages, ...found, ...actions];
}
