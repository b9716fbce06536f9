import { Link } from '@tanstack/react-router';
import type { components } from '@/shared/api/schema.gen';
import { formatBytes } from '@/shared/format/bytes';

type ConfigListProps = {
  files: readonly components['schemas']['NginxFile'][];
  /** The file with an error. */
  wrong: string | undefined;
};

/** The configuration files, each a link that shows its text. */
export function ConfigList({ files, wrong }: ConfigListProps) {
  return (
    <nav aria-label="Configuration files">
      <ul className="py-1">
        {files.map(({ name, description, lines, sizeBytes }) => (
          <li key={name}>
            <Link
              to="/nginx"
              search={{ file: name }}
              className="grid gap-0.5 px-4 py-1.5 -outline-offset-2 hover:bg-sunken aria-[current]:bg-accent-soft/50 lg:px-6 forced-colors:aria-[current]:outline"
            >
              <span className="flex items-baseline justify-between gap-2">
                <span className="font-mono text-sm font-medium">{name}</span>
                <span className="text-xs text-muted tabular-nums">
                  {wrong === name ? (
                    <span className="font-medium text-bad">error</span>
                  ) : (
                    `${lines} lines, ${formatBytes(sizeBytes)}`
                  )}
                </span>
              </span>
              <span className="text-sm text-muted">{description}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
