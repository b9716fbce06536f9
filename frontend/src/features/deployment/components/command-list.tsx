import { Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { type Command, useRunCommand } from '../api/commands';

type CommandListProps = {
  tenant: string;
  commands: readonly Command[];
  mayRun: boolean;
  /** A run has begun. */
  onAccepted(deployment: string): void;
};

/** The one-off commands of the manifest. One is run after a look at what it executes. */
export function CommandList({ tenant, commands, mayRun, onAccepted }: CommandListProps) {
  const [open, setOpen] = useState<Command>();
  const run = useRunCommand(tenant);
  function close() {
    setOpen(undefined);
    run.reset();
  }
  return (
    <>
      <ul className="divide-y divide-line">
        {commands.map((command) => (
          <li key={command.name} className="flex min-h-11 items-center justify-between gap-3 px-4 py-1.5">
            <span className="min-w-0">
              <span className="font-medium">{command.name}</span>
              <code className="block truncate font-mono text-xs text-muted">{command.argv.join(' ')}</code>
            </span>
            {mayRun && (
              <Button size="sm" aria-label={`Run ${command.name}`} onClick={() => setOpen(command)}>
                <Play aria-hidden />
                Run
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog title={`Run ${open?.name ?? 'command'}?`} isOpen={open !== undefined} onClose={close}>
        {run.error && <ProblemNotice error={run.error} />}
        <p className="text-muted">On the live release, with the environment of its services:</p>
        <pre className="overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-sm">
          {open?.argv.join(' ')}
        </pre>
        <DialogActions>
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="primary"
            isPending={run.isPending}
            onClick={() => open && run.run(open.name, { onSuccess: onAccepted })}
            data-autofocus
          >
            Run
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
