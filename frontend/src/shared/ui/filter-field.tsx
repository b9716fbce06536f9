import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cn } from '../cn';

const pauseMs = 200;

type FilterFieldProps = {
  label: string;
  placeholder: string;
  /** The text in effect, from the URL. */
  value: string | undefined;
  onFilter(value: string | undefined): void;
  className?: string;
};

/** A search field whose text takes effect when the typing pauses. Only the unfinished text is local. */
export function FilterField({ label, placeholder, value, onFilter, className }: FilterFieldProps) {
  const current = value ?? '';
  const [typed, setTyped] = useState(current);
  const [seen, setSeen] = useState(current);
  if (current !== seen) {
    setSeen(current);
    if (current !== typed.trim()) setTyped(current);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing restarts the pause
  useEffect(() => {
    if (typed.trim() === current) return;
    const timer = setTimeout(() => onFilter(typed.trim() || undefined), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <div className={cn('relative min-w-0 flex-1', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="h-8 w-full rounded-md border border-edge bg-surface pr-2 pl-8 placeholder:text-muted hover:border-ink pointer-coarse:text-lg"
      />
    </div>
  );
}
