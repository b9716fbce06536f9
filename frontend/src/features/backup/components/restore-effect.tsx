import { formatBytes } from '@/shared/format/bytes';
import { formatDuration } from '@/shared/format/duration';
import { formatAbsolute } from '@/shared/format/time';
import { TimeAgo } from '@/shared/ui/time-ago';
import { type Backup, lacksFiles } from '../model';
import { UnprovenNotice } from './unproven-notice';

/** What a restore replaces, what stays, and what was proven about this backup. */
export function RestoreEffect({ backup }: { backup: Backup }) {
  const { proof, release, databaseBytes, files, createdAt } = backup;
  const took = proof?.restoreSeconds ?? null;
  return (
    <div className="grid gap-3">
      <UnprovenNotice proof={proof} />
      <ul className="list-disc space-y-1 pl-5">
        <li>
          The <strong className="font-medium">database</strong>
          {databaseBytes !== null && ` (${formatBytes(databaseBytes)} in the backup)`}
          {lacksFiles(backup) ? (
            ' becomes that'
          ) : (
            <>
              {' '}
              and the <strong className="font-medium">uploaded files</strong>
              {files !== null && ` (${files.toLocaleString('en')})`} become those
            </>
          )}{' '}
          of {formatAbsolute(createdAt)}, <TimeAgo at={createdAt} />. What visitors wrote since then is gone
          from the site.
          {lacksFiles(backup) && ' Uploaded files stay as they are: the backup was taken without them.'}
        </li>
        {release && (
          <li>
            The <strong className="font-medium">release</strong> of then
            {release.commit && (
              <>
                , <span className="font-mono text-sm">{release.commit.slice(0, 8)}</span>,
              </>
            )}{' '}
            goes live again.
          </li>
        )}
        <li>Configuration, theme, domain and certificate stay as they are.</li>
        <li>
          The backup is checked and restored beside the site first. Then the site closes, and a backup of its
          present state is made. If anything fails, everything is as before.
        </li>
        <li>
          What was replaced is kept for <strong className="font-medium">24 hours</strong>, and one click puts
          it back.
        </li>
        {took !== null && (
          <li>The last trial of this backup was restored in {formatDuration(took * 1000)}.</li>
        )}
      </ul>
    </div>
  );
}
