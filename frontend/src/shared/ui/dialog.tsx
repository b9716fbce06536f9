import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cn } from '../cn';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose(): void;
  children: ReactNode;
  className?: string;
};

/** The browser's modal dialog: traps and restores the focus, closes with Escape. */
export function Dialog({ title, isOpen, onClose, children, className }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === isOpen) return;
    if (isOpen) element.showModal();
    else element.close();
  }, [isOpen]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className={cn(
        'm-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-0 text-ink shadow-floating open:animate-arrive backdrop:bg-rail/60',
        className,
      )}
    >
      {isOpen && (
        <div className="grid gap-4 p-5">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          {children}
        </div>
      )}
    </dialog>
  );
}
