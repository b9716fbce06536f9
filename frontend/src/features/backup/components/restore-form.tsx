import { useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useRestore } from '../api/restore';
import type { Backup } from '../model';
import { GoneEffect } from './gone-effect';
import { RestoreEffect } from './restore-effect';

type RestoreFormProps = { backup: Backup; onRun(run: string): void };

/** A restore in place, or of a tenant that is gone: what happens, and the typed slug. */
export function RestoreForm({ backup, onRun }: RestoreFormProps) {
  const [typed, setTyped] = useState('');
  const restore = useRestore(backup.id);
  const problems = restore.error ? toProblem(restore.error).fieldErrors : [];
  const wrong = problems.find(({ field }) => field === 'confirm')?.message;
  const isEqual = typed.trim() === backup.slug;

  return (
    <form
      className="grid max-w-3xl gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isEqual)
          restore.run(
            { mode: 'in-place', confirm: typed.trim() },
            { onSuccess: ({ runId }) => onRun(runId) },
          );
      }}
    >
      {restore.error && !wrong && <ProblemNotice error={restore.error} />}
      <Panel title="1. What happens">
        {backup.tenantDeleted ? <GoneEffect backup={backup} /> : <RestoreEffect backup={backup} />}
      </Panel>
      <Panel title="2. Confirm">
        <TextField
          label={`Type ${backup.slug} to confirm`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={wrong}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono sm:max-w-80"
        />
        <div className="mt-4 flex justify-end">
          {backup.tenantDeleted ? (
            <Button type="submit" variant="primary" disabled={!isEqual} isPending={restore.isPending}>
              Bring back the tenant
            </Button>
          ) : (
            <Button type="submit" variant="danger" disabled={!isEqual} isPending={restore.isPending}>
              Replace and restore
            </Button>
          )}
        </div>
      </Panel>
    </form>
  );
}
