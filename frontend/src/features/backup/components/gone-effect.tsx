import { formatBytes } from '@/shared/format/bytes';
import { formatAbsolute } from '@/shared/format/time';
import { type Backup, lacksFiles } from '../model';
import { UnprovenNotice } from './unproven-notice';

/** What comes back with a tenant that was deleted, and what has to be there for it. */
export function GoneEffect({ backup }: { backup: Backup }) {
  const { slug, proof, release, databaseBytes, files, createdAt } = backup;
  return (
    <div className="grid gap-3">
      <UnprovenNotice proof={proof} />
      <ul className="list-disc space-y-1 pl-5">
        <li>
          The tenant <strong className="font-mono font-medium">{slug}</strong> is made anew with the id, name,
          domain, source, configuration and theme of {formatAbsolute(createdAt)}. It gets other ports.
        </li>
        <li>
          Its <strong className="font-medium">database</strong>
          {databaseBytes !== null && ` (${formatBytes(databaseBytes)})`}
          {lacksFiles(backup) ? (
            ' is filled from the backup. Uploaded files are not in it.'
          ) : (
            <>
              {' '}
              and <strong className="font-medium">uploaded files</strong>
              {files !== null && ` (${files.toLocaleString('en')})`} are filled from the backup.
            </>
          )}
        </li>
        {release && (
          <li>
            The <strong className="font-medium">release</strong> of then
            {release.commit && (
              <>
                , <span className="font-mono text-sm">{release.commit.slice(0, 8)}</span>,
              </>
            )}{' '}
            goes live, with a certificate of its own once its domain leads here.
          </li>
        )}
        <li>
          Nothing of other tenants changes. If its slug or domain belongs to another tenant by now, nothing
          happens, and the page says so.
        </li>
      </ul>
    </div>
  );
}
