import { ChevronRight } from 'lucide-react';
import { createContext, type ReactNode, use, useEffect, useRef } from 'react';
import { cn } from '../cn';

/**
 * What the shell puts around every page's bar: news about the connection above it, the menu of narrow screens and the
 * state of the connection at its ends.
 */
export const BarEndsContext = createContext<{ above?: ReactNode; start?: ReactNode; end?: ReactNode }>({});

let hasNavigated = false;

type PageProps = {
  title: string;
  /** Links to the pages above this one. */
  trail?: ReactNode;
  /** Beside the title: a count, or the states of what the page is about. */
  about?: ReactNode;
  filters?: ReactNode;
  actions?: ReactNode;
  /** A second line of the bar: tabs, and facts that belong on every tab. */
  below?: ReactNode;
  /** `wide`: tables and logs, from edge to edge. `text`: forms and facts, with a margin, at most 84 rem wide. */
  width: 'wide' | 'text';
  /** On wide screens as high as the window: the page's own parts scroll. */
  isScreen?: boolean;
  /** Something newer is on its way. */
  isLoading?: boolean;
  children: ReactNode;
};

/**
 * A page: its bar and its content. Sets the document title, and moves the focus to the heading if the page was reached by
 * a link, so that a screen reader announces it and Tab continues from there. The first page of a visit keeps the
 * browser's own focus.
 */
export function Page({
  title,
  trail,
  about,
  filters,
  actions,
  below,
  width,
  isScreen,
  isLoading,
  children,
}: PageProps) {
  const ends = use(BarEndsContext);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · Tenant Manager`;
  }, [title]);

  useEffect(() => {
    if (hasNavigated) heading.current?.focus({ preventScroll: true });
    hasNavigated = true;
  }, []);

  return (
    <div className={cn('flex flex-1 flex-col', isScreen && 'lg:h-dvh lg:flex-none lg:overflow-hidden')}>
      <header className="sticky top-0 z-20 border-b border-line bg-paper">
        {ends.above}
        <div className="flex min-h-(--bar) flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 lg:flex-nowrap lg:px-6">
          {ends.start}
          <div className="flex min-w-0 items-center gap-x-2 max-lg:grow max-lg:basis-40 lg:min-w-24">
            {trail && (
              <nav aria-label="Breadcrumb" className="shrink-0 max-sm:hidden">
                <ol className="flex items-center gap-2 text-muted [&_a]:hover:text-ink [&_a]:hover:underline">
                  <li className="flex items-center gap-2">
                    {trail}
                    <ChevronRight aria-hidden className="size-3.5" />
                  </li>
                </ol>
              </nav>
            )}
            <h1
              ref={heading}
              tabIndex={-1}
              title={title}
              className="min-w-0 truncate text-title font-semibold tracking-tight"
            >
              {title}
            </h1>
          </div>
          {about && (
            <div className="flex min-w-0 items-center gap-2 text-sm text-muted max-lg:order-3 lg:overflow-hidden lg:whitespace-nowrap">
              {about}
            </div>
          )}
          {filters && (
            <div className="flex min-w-0 items-center gap-2 max-lg:order-4 max-lg:basis-full max-sm:flex-wrap">
              {filters}
            </div>
          )}
          {actions && (
            <div className="ml-auto flex shrink-0 flex-wrap items-center gap-2 max-lg:order-3 lg:flex-nowrap">
              {actions}
            </div>
          )}
          <div className={cn('shrink-0', !actions && 'lg:ml-auto')}>{ends.end}</div>
        </div>
        {below && (
          <div className="flex flex-wrap items-center justify-between gap-x-6 px-4 lg:flex-nowrap lg:px-6">
            {below}
          </div>
        )}
        {isLoading && (
          <div aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 animate-late overflow-hidden bg-line">
            <div className="h-full w-full animate-breathe bg-accent" />
          </div>
        )}
      </header>
      {width === 'text' ? (
        <Sheet>{children}</Sheet>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col">{children}</div>
      )}
    </div>
  );
}

/** Content with a margin, at most 84 rem wide: for forms and facts. */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className="flex w-full max-w-[84rem] flex-1 flex-col gap-4 px-4 py-4 lg:px-6">{children}</div>;
}
