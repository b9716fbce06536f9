import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';

let hasNavigated = false;

type PageHeaderProps = { title: string; trail?: ReactNode[]; about?: ReactNode; actions?: ReactNode };

/**
 * The head of a page. Sets the document title, and moves the focus to the heading if the page was reached by a link, so
 * that a screen reader announces it and Tab continues from there. The first page of a visit keeps the browser's own
 * focus.
 */
export function PageHeader({ title, trail, about, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · Tenant Manager`;
  }, [title]);

  useEffect(() => {
    if (hasNavigated) heading.current?.focus({ preventScroll: true });
    hasNavigated = true;
  }, []);

  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="grid min-w-0 gap-1">
        {trail && (
          <nav aria-label="Breadcrumb">
            <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
              {trail.map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a breadcrumb's place is its identity
                <li key={index} className="flex items-center gap-1">
                  {index > 0 && <ChevronRight aria-hidden className="size-3.5" />}
                  {item}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {title}
        </h1>
        {about && <div className="text-muted">{about}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
