import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cn } from '../cn';
import { LayerContext } from './layer';

type DialogProps = {
  title: string;
  isOpen: boolean;
  /** Called when the dialog is closed with Escape or by its content; without it Escape does nothing. */
  onClose?(): void;
  children: ReactNode;
  className?: string;
};

/**
 * The browser's modal dialog: above everything, traps and restores the focus. The focus begins at the element marked
 * `data-autofocus`, else at the first one.
 */
export function Dialog({ title, isOpen, onClose, children, className }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const id = useId();
  const isLocked = onClose === undefined;

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === isOpen) return;
    if (!isOpen) return element.close();
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [isOpen]);

  return (
    <dialog
      ref={(element) => {
        dialog.current = element;
        setLayer(element);
      }}
      aria-labelledby={id}
      onCancel={(event) => isLocked && event.preventDefault()}
      onKeyDown={(event) => isLocked && event.key === 'Escape' && event.preventDefault()}
      onClose={(event) => {
        if (event.target !== event.currentTarget) return;
        // Browsers let a second Escape pass; what is needed stays open.
        if (isLocked && isOpen) dialog.current?.showModal();
        else onClose?.();
      }}
      className={cn(
        'm-auto w-[min(30rem,calc(100vw-2rem))] overflow-visible rounded-lg border border-line bg-surface p-0 text-ink shadow-floating open:animate-arrive backdrop:bg-rail/60',
        className,
      )}
    >
      {isOpen && (
        <LayerContext value={layer}>
          <div className="grid max-h-[calc(100dvh-4rem)] gap-4 overflow-y-auto p-5">
            <h2 id={id} className="text-lg font-semibold">
              {title}
            </h2>
            {children}
          </div>
        </LayerContext>
      )}
    </dialog>
  );
}

/** The buttons of a dialog, right-aligned; the one that acts comes last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap justify-end gap-2 pt-1">{children}</div>;
}
