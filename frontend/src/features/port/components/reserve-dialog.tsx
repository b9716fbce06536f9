import { useQuery } from '@tanstack/react-query';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { nextPortsOptions, useReservePorts } from '../api/ports';

/** Keeps a block of ports away from tenants. */
export function ReserveDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const reserve = useReservePorts();
  const { data } = useQuery({ ...nextPortsOptions(), enabled: isOpen, throwOnError: false });
  const next = data?.items[0]?.first;
  return (
    <Dialog title="Reserve ports" isOpen={isOpen} onClose={onClose}>
      <form
        key={next}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          reserve.run(
            { first: Number(form.get('first')), reason: String(form.get('reason')).trim() },
            { onSuccess: onClose },
          );
        }}
      >
        {reserve.error && <ProblemNotice error={reserve.error} />}
        <TextField
          label="First port of the block"
          name="first"
          inputMode="numeric"
          pattern="[0-9]{4,5}"
          required
          defaultValue={next}
          hint="Four ports from here on."
          className="font-mono"
        />
        <TextField label="Reason" name="reason" required maxLength={200} autoComplete="off" data-autofocus />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={reserve.isPending}>
            Reserve
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
