import { Link } from '@tanstack/react-router';
import { formatBytes } from '@/shared/format/bytes';
import { formatDuration } from '@/shared/format/duration';
import { formatAbsolute } from '@/shared/format/time';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { type Backup, backupReasons, keptWords, lacksFiles } from '../model';
import { BackupState } from './badges';

const places: Record<Backup['storage'], string> = { local: 'A directory of the server', s3: 'S3 storage' };

/** What a backup holds, where it is, and how long it stays. */
export function BackupFacts({ backup }: { backup: Backup }) {
  const { bytes, databaseBytes, filesBytes, files, rows, release } = backup;
  return (
    <Panel title="Backup">
      <Facts>
        <Fact term="State">
          <BackupState backup={backup} />
          {backup.error && <p className="text-sm text-bad">{backup.error}</p>}
        </Fact>
        <Fact term="Made">
          {formatAbsolute(backup.createdAt)}
          {backup.finishedAt && (
            <span className="text-muted">
              , in {formatDuration(Date.parse(backup.finishedAt) - Date.parse(backup.createdAt))}
            </span>
          )}
        </Fact>
        <Fact term="Made for">{backupReasons[backup.reason]}</Fact>
        {bytes !== null && <Fact term="Size">{formatBytes(bytes)}, encrypted</Fact>}
        {databaseBytes !== null && (
          <Fact term="Database">
            {formatBytes(databaseBytes)}
            {rows !== null && `, ${rows.toLocaleString('en')} rows`}
          </Fact>
        )}
        {filesBytes !== null && (
          <Fact term="Files">
            {formatBytes(filesBytes)}
            {files !== null && `, ${files.toLocaleString('en')} files`}
          </Fact>
        )}
        {lacksFiles(backup) && <Fact term="Files">Not in the backup: the manager could not read them</Fact>}
        {release && (
          <Fact term="Release">
            <span className="font-mono text-sm">{release.commit?.slice(0, 8)}</span>
            {release.ref && <span className="text-muted"> {release.ref}</span>}
          </Fact>
        )}
        <Fact term="Stored in">{places[backup.storage]}</Fact>
        <Fact term="Kept because">
          {keptWords(backup) || <span className="text-muted">No rule keeps it</span>}
        </Fact>
        {backup.expiresAt && <Fact term="Until">{formatAbsolute(backup.expiresAt)}</Fact>}
        <Fact term="Run">
          <Link to="/runs/$run" params={{ run: backup.runId }} className="text-accent hover:underline">
            Steps and log
          </Link>
        </Fact>
      </Facts>
    </Panel>
  );
}
