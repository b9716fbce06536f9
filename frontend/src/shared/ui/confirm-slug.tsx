import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog, DialogActions } from './dialog';
import { TextField } from './field';

type ConfirmSlugProps = {
  title: string;
  slug: string;
  verb: string;
  isOpen: boolean;
  isPending: boolean;
  onClose(): void;
  onConfirm(): void;
  /** What will be lost. */
  children: ReactNode;
};

/** Confirmation of something that cannot be undone: its slug must be typed or pasted. */
export function ConfirmSlug({ title, isOpen, onClose, ...form }: ConfirmSlugProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <ConfirmForm {...form} onClose={onClose} />
    </Dialog>
  );
}

function ConfirmForm({
  slug,
  verb,
  isPending,
  onClose,
  onConfirm,
  children,
}: Omit<ConfirmSlugProps, 'title' | 'isOpen'>) {
  const [typed, setTyped] = useState('');
  const isEqual = typed.trim() === slug;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isEqual && !isPending) onConfirm();
      }}
    >
      {children}
      <TextField
        label={`Type ${slug} to confirm`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="font-mono"
        data-autofocus
      />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="danger" disabled={!isEqual} isPending={isPending}>
          {verb}
        </Button>
      </DialogActions>
    </form>
  );
}
