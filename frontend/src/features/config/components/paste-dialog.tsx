import { useState } from 'react';
import { cn } from '@/shared/cn';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { controlLook } from '@/shared/ui/field';
import { parseEnv, type Variable } from '../model';

type PasteDialogProps = { isOpen: boolean; onClose(): void; onPaste(variables: Variable[]): void };

/** A whole `.env` file at once. */
export function PasteDialog({ isOpen, onClose, onPaste }: PasteDialogProps) {
  return (
    <Dialog title="Paste .env" isOpen={isOpen} onClose={onClose}>
      <PasteForm onClose={onClose} onPaste={onPaste} />
    </Dialog>
  );
}

function PasteForm({ onClose, onPaste }: Omit<PasteDialogProps, 'isOpen'>) {
  const [text, setText] = useState('');
  const { variables, ignored } = parseEnv(text);
  const secrets = variables.filter(({ secret }) => secret).length;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onPaste(variables);
      }}
    >
      <textarea
        aria-label="Content of the .env file"
        placeholder={'MAIL_HOST=smtp.example.com\nMAIL_PASSWORD="…"'}
        value={text}
        onChange={(event) => setText(event.target.value)}
        rows={10}
        spellCheck={false}
        data-autofocus
        className={cn(controlLook, 'h-auto w-full py-2 font-mono text-sm')}
      />
      <p role="status" className="text-sm text-muted">
        {variables.length} variables, {secrets} of them secret by their name.
        {ignored.length > 0 && ` ${ignored.length} lines are not understood and left out.`} Those of the same
        name are replaced.
      </p>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={variables.length === 0}>
          Take over
        </Button>
      </DialogActions>
    </form>
  );
}
