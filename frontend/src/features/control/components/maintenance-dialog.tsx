import { type FormEvent, useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useBeginMaintenance, useEndMaintenance } from '../api/maintenance';

type MaintenanceDialogProps = {
  tenant: string;
  name: string;
  isInMaintenance: boolean;
  isOpen: boolean;
  onClose(): void;
};

/** Begins maintenance with its message and end, or ends it. */
export function MaintenanceDialog({ isInMaintenance, isOpen, ...rest }: MaintenanceDialogProps) {
  return (
    <Dialog
      title={isInMaintenance ? `End the maintenance of ${rest.name}?` : `Put ${rest.name} into maintenance?`}
      isOpen={isOpen}
      onClose={rest.onClose}
    >
      {isInMaintenance ? <EndForm {...rest} /> : <BeginForm {...rest} />}
    </Dialog>
  );
}

type FormProps = { tenant: string; onClose(): void };

function BeginForm({ tenant, onClose }: FormProps) {
  const begin = useBeginMaintenance(tenant);
  const [late, setLate] = useState(false);
  const wrong = begin.error ? toProblem(begin.error).fieldErrors : [];
  const error = (field: string) => wrong.find((one) => one.field === field)?.message;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: string) => String(data.get(field) ?? '').trim() || undefined;
    const local = text('until');
    const until = local ? new Date(local) : undefined;
    setLate(until !== undefined && until.getTime() <= Date.now());
    if (until && until.getTime() <= Date.now()) return;
    begin.run({ message: text('message'), until: until?.toISOString() }, { onSuccess: onClose });
  }

  return (
    <form className="grid gap-4" onSubmit={onSubmit} noValidate>
      {begin.error && wrong.length === 0 && <ProblemNotice error={begin.error} />}
      <p className="text-muted">
        Visitors get a page with your message until you end it, also after deployments. Services go on.
      </p>
      <TextField
        label="Message for visitors"
        name="message"
        isOptional
        maxLength={300}
        error={error('message')}
        hint="Default: the site is under maintenance."
        autoComplete="off"
        data-autofocus
      />
      <TextField
        label="Ends at"
        name="until"
        type="datetime-local"
        isOptional
        error={late ? 'This time has passed.' : error('until')}
        hint="Your local time. Without it somebody ends it."
      />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="danger" isPending={begin.isPending}>
          Show maintenance page
        </Button>
      </DialogActions>
    </form>
  );
}

function EndForm({ tenant, onClose }: FormProps) {
  const end = useEndMaintenance(tenant);
  return (
    <>
      {end.error && <ProblemNotice error={end.error} />}
      <p className="text-muted">Visitors reach the site again within a second.</p>
      <DialogActions>
        <Button onClick={onClose}>Keep the page</Button>
        <Button
          variant="primary"
          isPending={end.isPending}
          onClick={() => end.run(undefined, { onSuccess: onClose })}
        >
          End maintenance
        </Button>
      </DialogActions>
    </>
  );
}
