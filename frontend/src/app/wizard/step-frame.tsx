import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

type StepFrameProps = {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  /** The buttons, from left to right; the last one goes on. */
  actions: Actions;
  onNext(): void;
  /** The first step leaves the focus to the page's own heading. */
  takesFocus: boolean;
};

export type Actions = (onNext: () => void) => ReactNode;

/**
 * One step: heading, fields, buttons. Enter in a field goes on; it is no form element, because dialogs of the fields have forms of
 * their own. The heading gets the focus, so that the change of step is heard.
 */
export function StepFrame({ title, intro, children, actions, onNext, takesFocus }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each step, which is another element
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);

  function go() {
    onNext();
    // The errors are drawn first; then the first wrong field gets the focus.
    setTimeout(() => section.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  function onKeyDown(event: KeyboardEvent) {
    const { target } = event;
    const isField = target instanceof HTMLInputElement && target.type !== 'checkbox';
    if (event.key !== 'Enter' || !isField || target.closest('dialog, form')) return;
    event.preventDefault();
    go();
  }

  return (
    <section ref={section} aria-label={title} onKeyDown={onKeyDown} className="grid max-w-2xl gap-5">
      <div className="grid gap-1">
        <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold tracking-tight outline-none">
          {title}
        </h2>
        {intro && <p className="text-muted">{intro}</p>}
      </div>
      {children}
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line pt-4">
        {actions(go)}
      </div>
    </section>
  );
}
