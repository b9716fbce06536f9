import { cn } from '../cn';

/** A placeholder for text. */
export function Bone({ className }: { className?: string }) {
  return <div className={cn('animate-breathe rounded-sm bg-line', className ?? 'h-4 w-full')} />;
}

/** Loading state: placeholder rows, and a text for screen readers. Shown after 200 ms. */
export function Skeleton({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <div role="status" className="grid gap-6">
      <span className="sr-only">{label}</span>
      <div className="grid gap-2.5" aria-hidden>
        <Bone className="h-3.5 w-24" />
        <Bone className="h-7 w-60 max-w-full" />
      </div>
      <div aria-hidden className="overflow-hidden rounded-lg border border-line bg-surface">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
          <div key={row} className="flex items-center gap-6 border-b border-line px-4 py-4 last:border-0">
            <Bone className="h-4 w-1/3" />
            <Bone className="h-4 w-1/4 max-sm:hidden" />
            <Bone className="ml-auto h-4 w-20" />
          </div>
        ))}
      </div>
    </div>
  );
}
