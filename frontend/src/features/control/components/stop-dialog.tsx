import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';

type StopDialogProps = { name: string; isOpen: boolean; onClose(): void; onStop(): void };

/** Asks before a stop, because visitors notice it. */
export function StopDialog({ name, isOpen, onClose, onStop }: StopDialogProps) {
  return (
    <Dialog title={`Stop ${name}?`} isOpen={isOpen} onClose={onClose}>
      <p className="text-muted">
        Visitors see a maintenance page until the tenant is started again. Nothing is deleted.
      </p>
      <DialogActions>
        <Button onClick={onClose}>Keep running</Button>
        <Button
          variant="danger"
          onClick={() => {
            onClose();
            onStop();
          }}
        >
          Stop
        </Button>
      </DialogActions>
    </Dialog>
  );
}
