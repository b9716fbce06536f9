import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '@/shared/feedback/loaded';
import { Button } from '@/shared/ui/button';
import { Pagination } from '@/shared/ui/pagination';
import { Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import { type ThemeVersion, themeVersionsOptions } from '../api/theme-versions';
import type { TenantTheme } from '../model';
import { Swatches } from './swatches';
import { VersionDialog } from './version-dialog';

type ThemeVersionsProps = { tenant: string; current: TenantTheme; mayChange: boolean };

/** The application's own look, which is before all versions. */
const ownLook: ThemeVersion = {
  version: 0,
  theme: null,
  logo: null,
  reason: null,
  createdAt: '',
  createdBy: '',
  current: false,
};

/** The history of a theme. Each earlier version can be compared with the current one, and restored. */
export function ThemeVersions({ tenant, current, mayChange }: ThemeVersionsProps) {
  const [page, setPage] = useState(0);
  const versions = useQuery({ ...themeVersionsOptions(tenant, page), throwOnError: false });
  const [open, setOpen] = useState<ThemeVersion>();
  if (current.version === 0) return null;
  return (
    <Panel title="Versions" isFlush>
      {versions.isError && !versions.data ? (
        <p className="p-4 text-muted">The versions could not be loaded.</p>
      ) : (
        <Loaded query={versions} rows={3}>
          {(data) => (
            <>
              <ul className="divide-y divide-line">
                {data.items.map((version) => (
                  <VersionRow key={version.version} version={version} onOpen={() => setOpen(version)} />
                ))}
                {(data.page + 1) * data.size >= data.total && current.theme !== null && (
                  <li className="flex min-h-(--row) items-center justify-between gap-3 px-4 py-1">
                    <span className="text-muted">The application&apos;s own look</span>
                    <Button size="sm" variant="quiet" onClick={() => setOpen(ownLook)}>
                      Compare<span className="sr-only"> the application&apos;s own look</span>
                    </Button>
                  </li>
                )}
              </ul>
              <Pagination page={data.page} size={data.size} total={data.total} onPage={setPage} />
            </>
          )}
        </Loaded>
      )}
      <VersionDialog
        tenant={tenant}
        version={open}
        current={current}
        mayRestore={mayChange}
        onClose={() => setOpen(undefined)}
      />
    </Panel>
  );
}

function VersionRow({ version, onOpen }: { version: ThemeVersion; onOpen(): void }) {
  const { version: number, createdAt, createdBy, reason, current, theme } = version;
  return (
    <li className="flex min-h-(--row) items-center justify-between gap-3 px-4 py-1.5">
      <span className="min-w-0">
        <span className="font-medium tabular-nums">Version {number}</span>
        {current && <span className="text-sm text-accent-strong"> current</span>}
        <span className="text-sm text-muted">
          {' '}
          by {createdBy}, <TimeAgo at={createdAt} />
          {reason && `: ${reason}`}
        </span>
      </span>
      <span className="flex shrink-0 items-center gap-3">
        {theme && (
          <span className="max-sm:hidden">
            <Swatches theme={theme} />
          </span>
        )}
        {!current && (
          <Button size="sm" variant="quiet" onClick={onOpen}>
            Compare<span className="sr-only"> version {number} with the current one</span>
          </Button>
        )}
      </span>
    </li>
  );
}
