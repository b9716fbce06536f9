import { Redo2, Undo2 } from 'lucide-react';
import { IconButton } from '@/shared/ui/icon-button';
import type { useHistory } from '../use-history';

type EditorBarProps = {
  history: Pick<ReturnType<typeof useHistory>, 'canUndo' | 'canRedo' | 'undo' | 'redo'>;
};

/** Undo and redo, also by Ctrl+Z and Ctrl+Shift+Z. */
export function EditorBar({ history }: EditorBarProps) {
  return (
    <span className="flex">
      <IconButton
        label="Undo (Ctrl+Z)"
        icon={<Undo2 aria-hidden />}
        disabled={!history.canUndo}
        onClick={history.undo}
        className="size-7 text-muted hover:bg-sunken hover:text-ink disabled:opacity-50"
      />
      <IconButton
        label="Redo (Ctrl+Shift+Z)"
        icon={<Redo2 aria-hidden />}
        disabled={!history.canRedo}
        onClick={history.redo}
        className="size-7 text-muted hover:bg-sunken hover:text-ink disabled:opacity-50"
      />
    </span>
  );
}
