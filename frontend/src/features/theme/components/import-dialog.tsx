import { useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextArea } from '@/shared/ui/text-area';
import { previewOptions } from '../api/theme';
import { anyColour } from '../exchange/any-colour';
import { imported, pruned } from '../exchange/import';
import { Unreadable } from '../exchange/unreadable';
import type { Draft } from '../model';

type ImportDialogProps = { tenant: string; onClose(): void; onImport(draft: Draft): void };

/** A theme from another program, by paste or as a file. It becomes the draft, which can be undone; nothing is saved. */
export default function ImportDialog({ onClose, ...rest }: ImportDialogProps) {
  return (
    <Dialog title="Import" isOpen onClose={onClose} className="w-[min(40rem,calc(100vw-2rem))]">
      <ImportForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

function ImportForm({ tenant, onClose, onImport }: ImportDialogProps) {
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [isPending, setIsPending] = useState(false);

  async function take() {
    setIsPending(true);
    try {
      const draft = imported(text, anyColour);
      // What the palette makes by itself stays derived, so that a later change of it reaches everything.
      const derived = await queryClient.fetchQuery(previewOptions(tenant, { ...draft, light: {}, dark: {} }));
      onImport(pruned(draft, derived.theme));
      onClose();
    } catch (error) {
      setRefusal(error instanceof Unreadable ? error.message : toProblem(error).message);
    } finally {
      setIsPending(false);
    }
  }

  return (
    <>
      <TextArea
        label="CSS variables, a Tailwind @theme, or design tokens"
        hint="--color-primary is enough. Dark colours are those in a rule for dark."
        error={refusal}
        rows={12}
        spellCheck={false}
        className="font-mono text-xs"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setRefusal(undefined);
        }}
        data-autofocus
      />
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-label="File with a theme"
        accept=".css,.json,text/css,application/json"
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          setRefusal(undefined);
          void file?.text().then(setText);
        }}
      />
      <DialogActions>
        <Button className="mr-auto" onClick={() => input.current?.click()}>
          <FileUp aria-hidden />
          From a file
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" isPending={isPending} onClick={() => void take()}>
          Import
        </Button>
      </DialogActions>
    </>
  );
}
