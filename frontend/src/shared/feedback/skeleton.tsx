import { cn } from '../cn';

/** A placeholder for text. */
export function Bone({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-breathe rounded-sm bg-line', className ?? 'h-4 w-full')} />;
}

/** Placeholder rows inside a page that is already drawn, and a text for screen readers. Visible after 200 ms. */
export function Skeleton({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <div role="status" className="w-full animate-late">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
          key={row}
          className="flex h-(--row) items-center gap-6 border-b border-line px-4 lg:px-6"
        >
          <Bone className="h-3.5 w-1/3" />
          <Bone className="h-3.5 w-1/4 max-sm:hidden" />
          <Bone className="ml-auto h-3.5 w-20" />
        </div>
      ))}
    </div>
  );
}
