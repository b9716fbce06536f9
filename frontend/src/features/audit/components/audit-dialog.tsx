import { formatAbsolute } from '@/shared/format/time';
import { Dialog } from '@/shared/ui/dialog';
import { Diff } from '@/shared/ui/diff';
import { Fact, Facts } from '@/shared/ui/panel';
import type { AuditEntry } from '../api/list-audit';
import { changesOf } from '../model';

/** One entry of the audit log. */
export function AuditDialog({ entry, onClose }: { entry: AuditEntry | undefined; onClose(): void }) {
  return (
    <Dialog
      title={entry ? `${entry.action} ${entry.subject}` : 'Entry'}
      isOpen={entry !== undefined}
      onClose={onClose}
      className="w-[min(40rem,calc(100vw-2rem))]"
    >
      {entry && (
        <>
          <Facts>
            <Fact term="By">
              {entry.actor} <span className="text-muted">as {entry.role}</span>
            </Fact>
            <Fact term="When">{formatAbsolute(entry.at)}</Fact>
            {entry.address && (
              <Fact term="From">
                <span className="font-mono text-sm">{entry.address}</span>
              </Fact>
            )}
            {entry.requestId && (
              <Fact term="Request">
                <span className="font-mono text-sm break-all">{entry.requestId}</span>
              </Fact>
            )}
          </Facts>
          {changesOf(entry).length > 0 ? (
            <Diff differences={changesOf(entry)} />
          ) : (
            <p className="text-muted">No values changed.</p>
          )}
        </>
      )}
    </Dialog>
  );
}
