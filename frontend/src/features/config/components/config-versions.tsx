import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '@/shared/feedback/loaded';
import { Button } from '@/shared/ui/button';
import { Pagination } from '@/shared/ui/pagination';
import { Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import { type ConfigVersion, configVersionsOptions } from '../api/config-versions';
import { VersionDialog } from './version-dialog';

type ConfigVersionsProps = {
  tenant: string;
  /** The newest version. */
  newest: number;
  mayChange: boolean;
};

/** The history of a configuration. Each earlier version can be compared with the newest, and restored. */
export function ConfigVersions({ tenant, newest, mayChange }: ConfigVersionsProps) {
  const [page, setPage] = useState(0);
  const versions = useQuery({ ...configVersionsOptions(tenant, page), throwOnError: false });
  const [open, setOpen] = useState<number>();
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
                  <VersionRow
                    key={version.version}
                    version={version}
                    isNewest={version.version === newest}
                    onOpen={() => setOpen(version.version)}
                  />
                ))}
              </ul>
              <Pagination page={data.page} size={data.size} total={data.total} onPage={setPage} />
            </>
          )}
        </Loaded>
      )}
      <VersionDialog
        tenant={tenant}
        version={open}
        newest={newest}
        mayRestore={mayChange}
        onClose={() => setOpen(undefined)}
      />
    </Panel>
  );
}

type VersionRowProps = { version: ConfigVersion; isNewest: boolean; onOpen(): void };

function VersionRow({
  version: { version, createdAt, createdBy, running },
  isNewest,
  onOpen,
}: VersionRowProps) {
  const marks = [isNewest && 'newest', running && 'running'].filter(Boolean).join(', ');
  return (
    <li className="flex min-h-(--row) items-center justify-between gap-3 px-4 py-1">
      <span className="min-w-0">
        <span className="font-medium tabular-nums">Version {version}</span>
        {marks && <span className="text-sm text-accent-strong"> {marks}</span>}
        <span className="text-sm text-muted">
          {' '}
          by {createdBy}, <TimeAgo at={createdAt} />
        </span>
      </span>
      {!isNewest && (
        <Button
          size="sm"
          variant="quiet"
          aria-label={`Compare version ${version} with the newest`}
          onClick={onOpen}
        >
          Compare
        </Button>
      )}
    </li>
  );
}
