import { type ReactNode, useId } from 'react';
import { cn } from '../cn';

type PanelProps = {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  isFlush?: boolean;
};

/** A titled panel. `isFlush` removes the padding for lists and tables. */
export function Panel({ title, actions, children, className, isFlush }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cn('min-w-0 overflow-hidden rounded-lg border border-line bg-surface', className)}
    >
      <div className="flex min-h-9 items-center justify-between gap-3 border-b border-line px-4 py-1">
        <h2 id={id} className="shrink-0 text-sm font-semibold">
          {title}
        </h2>
        {actions}
      </div>
      <div className={isFlush ? undefined : 'p-4'}>{children}</div>
    </section>
  );
}

/** Terms and values, one per line on narrow screens and side by side on wider ones. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[6.5rem_minmax(0,1fr)] sm:gap-y-2">{children}</dl>;
}

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:col-span-2 sm:grid-cols-subgrid">
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
