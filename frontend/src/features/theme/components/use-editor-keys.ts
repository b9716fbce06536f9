import { type RefObject, useEffect } from 'react';
import { isTyping } from '@/shared/ui/shortcuts';

type EditorKeys = {
  /** The editor's own fields, in which a key undoes too; other text fields keep the browser's own. */
  fields: RefObject<HTMLElement | null>;
  isOn: boolean;
  onUndo(): void;
  onRedo(): void;
  /** Undefined while there is nothing to save. */
  onSave?: () => void;
};

/** Ctrl or Cmd with Z undoes, with Shift and Z (or Y) repeats, with S saves. */
export function useEditorKeys({ fields, isOn, onUndo, onRedo, onSave }: EditorKeys) {
  useEffect(() => {
    if (!isOn) return;
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
      if (key === 's' && onSave) {
        event.preventDefault();
        onSave();
        return;
      }
      if (isTyping(event.target) && !fields.current?.contains(event.target as Node)) return;
      if (key === 'y' || (key === 'z' && event.shiftKey)) onRedo();
      else if (key === 'z') onUndo();
      else return;
      event.preventDefault();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
