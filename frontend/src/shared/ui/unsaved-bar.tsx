import type { ReactNode } from 'react';

/** Sticks to the end of the page while something is unsaved. It never covers the focus: pages reserve its height. */
export function UnsavedBar({ text, children }: { text: string; children: ReactNode }) {
  return (
    <section
      aria-label="Unsaved changes"
      className="sticky bottom-0 z-10 -mx-4 mt-auto flex animate-arrive flex-wrap items-center justify-between gap-2 border-t border-line bg-surface px-4 py-2.5 shadow-floating lg:-mx-6 lg:px-6"
    >
      <p role="status" className="font-medium">
        {text}
      </p>
      <div className="flex gap-2">{children}</div>
    </section>
  );
}
