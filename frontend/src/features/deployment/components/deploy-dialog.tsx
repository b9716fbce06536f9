import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import type { DeployRequest } from '../api/deploy-tenant';

type DeployDialogProps = {
  name: string;
  isOpen: boolean;
  onClose(): void;
  onDeploy(request: DeployRequest): void;
};

/** A deployment of another ref than the tenant's own, or with a reason for the history. */
export function DeployDialog({ name, isOpen, onClose, onDeploy }: DeployDialogProps) {
  return (
    <Dialog title={`Deploy ${name}`} isOpen={isOpen} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const text = (field: string) => String(data.get(field)).trim() || undefined;
          onDeploy({ ref: text('ref'), reason: text('reason') });
        }}
      >
        <TextField
          label="Branch, tag or commit"
          name="ref"
          isOptional
          hint="Default: the tenant's own."
          className="font-mono"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
        />
        <TextField
          label="Reason"
          name="reason"
          isOptional
          hint="Shown in the history."
          maxLength={200}
          autoComplete="off"
        />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Deploy
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
