import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '@/shared/feedback/loaded';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TimeAgo } from '@/shared/ui/time-ago';
import { deploymentsOptions } from '../api/list-deployments';
import { commitOf, type Deployment, rollbackTargets } from '../model';

type RollbackDialogProps = {
  tenant: string;
  name: string;
  isOpen: boolean;
  onClose(): void;
  onRollback(deploymentId: string): void;
};

/** The earlier releases of a tenant; the one before the live one is chosen first. */
export function RollbackDialog({ tenant, name, isOpen, onClose, onRollback }: RollbackDialogProps) {
  const succeeded = useQuery({
    ...deploymentsOptions({ tenant, status: 'succeeded', page: 0, size: 50 }),
    enabled: isOpen,
    throwOnError: false,
  });
  return (
    <Dialog title={`Roll back ${name}`} isOpen={isOpen} onClose={onClose}>
      <Loaded query={succeeded} rows={3}>
        {({ items }) => (
          <Targets targets={rollbackTargets(items)} onClose={onClose} onRollback={onRollback} />
        )}
      </Loaded>
    </Dialog>
  );
}

function Targets({
  targets,
  onClose,
  onRollback,
}: { targets: readonly Deployment[] } & Pick<RollbackDialogProps, 'onClose' | 'onRollback'>) {
  const [chosen, setChosen] = useState(targets[0]?.id);
  if (chosen === undefined)
    return (
      <>
        <p className="text-muted">There is no earlier release yet.</p>
        <DialogActions>
          <Button onClick={onClose}>Close</Button>
        </DialogActions>
      </>
    );
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onRollback(chosen);
      }}
    >
      <p className="text-muted">
        The release is prepared in the other slot; visitors notice nothing. Data stays as it is.
      </p>
      <fieldset className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line">
        <legend className="sr-only">Release</legend>
        {targets.map((target) => (
          <label
            key={target.id}
            className="flex min-h-11 items-center gap-3 px-3 py-1.5 has-checked:bg-accent-soft/60"
          >
            <input
              type="radio"
              name="release"
              checked={chosen === target.id}
              onChange={() => setChosen(target.id)}
              className="size-4 accent-accent"
            />
            <span className="min-w-0 flex-1">
              <span className="font-mono text-sm font-medium">{commitOf(target)}</span>
              {target.release?.ref && <span className="text-muted"> {target.release.ref}</span>}
              {target.reason && <span className="block truncate text-sm text-muted">{target.reason}</span>}
            </span>
            <span className="text-sm text-muted">
              <TimeAgo at={target.finishedAt ?? target.queuedAt} />
            </span>
          </label>
        ))}
      </fieldset>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary">
          Roll back
        </Button>
      </DialogActions>
    </form>
  );
}
