import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatAbsolute } from '@/shared/format/time';
import { Button } from '@/shared/ui/button';
import { ConfirmSlug } from '@/shared/ui/confirm-slug';
import { Notice } from '@/shared/ui/notice';
import { TimeAgo } from '@/shared/ui/time-ago';
import { useNow } from '@/shared/ui/use-now';
import { restoresOptions, useUndoRestore } from '../api/restore';
import { undoableOf } from '../model';

type UndoNoticeProps = { tenant: string; slug: string; mayAct: boolean; onRun(run: string): void };

/** After a restore in place, the way back while there is one. */
export function UndoNotice({ tenant, slug, mayAct, onRun }: UndoNoticeProps) {
  const { data } = useQuery({ ...restoresOptions(tenant), throwOnError: false });
  const restore = undoableOf(data?.items ?? [], useNow(60_000));
  const [isAsking, setIsAsking] = useState(false);
  const undo = useUndoRestore(tenant);
  if (!restore) return null;
  return (
    <>
      <Notice tone="warn" title="Restored in place">
        <p>
          <TimeAgo at={restore.at} />. What was replaced is kept
          {restore.undoUntil && ` until ${formatAbsolute(restore.undoUntil)}`}.
        </p>
        {mayAct && (
          <Button size="sm" className="mt-2" onClick={() => setIsAsking(true)}>
            Undo the restore
          </Button>
        )}
      </Notice>
      <ConfirmSlug
        title="Undo the restore?"
        slug={slug}
        verb="Undo"
        isOpen={isAsking}
        isPending={undo.isPending}
        onClose={() => setIsAsking(false)}
        onConfirm={() => undo.run(restore.runId, { onSuccess: ({ runId }) => onRun(runId) })}
      >
        <p>
          Database, files and release of before the restore come back. What was written since the restore is
          gone from the site; a backup of it is made first.
        </p>
      </ConfirmSlug>
    </>
  );
}
