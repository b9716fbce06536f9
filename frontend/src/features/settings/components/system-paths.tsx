import { useQuery } from '@tanstack/react-query';
import { cn } from '@/shared/cn';
import { Loaded } from '@/shared/feedback/loaded';
import { formatBytes } from '@/shared/format/bytes';
import { CopyButton } from '@/shared/ui/copy-button';
import { Panel } from '@/shared/ui/panel';
import { type SystemPath, systemPathsOptions } from '../api/system-paths';

/** Below this share of free space a disk needs somebody. */
const scarce = 0.1;

/** Where the manager keeps what; set at its start, so nothing here can be changed. */
export function SystemPaths() {
  const paths = useQuery({ ...systemPathsOptions(), throwOnError: false });
  return (
    <Panel title="system paths" isFlush>
      {paths.error ? (
        <p className="p-4 text-muted">The paths could not be loaded.</p>
      ) : (
        <Loaded query={paths} rows={4}>
          {({ items }) => (
            <ul className="divide-y divide-line">
              {items.map((path) => (
                <PathRow key={path.name} path={path} />
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </Panel>
  );
}

function PathRow({ path: { name, path, totalBytes, freeBytes } }: { path: SystemPath }) {
  const isScarce = totalBytes > 0 && freeBytes / totalBytes < scarce;
  return (
    <li className="grid gap-x-4 gap-y-0.5 px-4 py-1.5 md:grid-cols-[10rem_minmax(0,1fr)_12rem]">
      <span className="font-medium">{name}</span>
      <span className="flex min-w-0 items-center gap-1">
        <span className="min-w-0 font-mono text-sm break-all">{path}</span>
        <CopyButton text={path} label={`Copy the path of ${name}`} />
      </span>
      <span className={cn('text-sm md:text-right', isScarce ? 'font-medium text-warn' : 'text-muted')}>
        {totalBytes === 0
          ? 'Not there yet'
          : `${formatBytes(freeBytes)} of ${formatBytes(totalBytes)} free${isScarce ? ', scarce' : ''}`}
      </span>
    </li>
  );
}
