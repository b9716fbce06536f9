import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { TextArea } from '@/shared/ui/text-area';
import { useUploadCertificate } from '../api/certificates';

/** A certificate of one's own, in place of those that the manager gets. */
export function UploadDialog({
  tenant,
  isOpen,
  onClose,
}: {
  tenant: string;
  isOpen: boolean;
  onClose(): void;
}) {
  const upload = useUploadCertificate(tenant);
  const errors = upload.error ? toProblem(upload.error).fieldErrors : [];
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;
  const close = () => {
    upload.reset();
    onClose();
  };
  return (
    <Dialog
      title="Upload a certificate"
      isOpen={isOpen}
      onClose={close}
      className="w-[min(40rem,calc(100vw-2rem))]"
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          upload.run(
            { chain: String(form.get('chain')), key: String(form.get('key')) },
            { onSuccess: close },
          );
        }}
      >
        {upload.error && errors.length === 0 && <ProblemNotice error={upload.error} />}
        <TextArea
          label="Certificates"
          name="chain"
          rows={7}
          required
          spellCheck={false}
          autoComplete="off"
          placeholder="-----BEGIN CERTIFICATE-----"
          hint="PEM: the site's own first, then each one's issuer."
          error={wrong('chain')}
          className="font-mono text-xs"
          data-autofocus
        />
        <TextArea
          label="Private key"
          name="key"
          rows={5}
          required
          spellCheck={false}
          autoComplete="off"
          placeholder="-----BEGIN PRIVATE KEY-----"
          hint="PEM, without a passphrase. It is never shown again."
          error={wrong('key')}
          className="font-mono text-xs"
        />
        <DialogActions>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={upload.isPending}>
            Upload
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
