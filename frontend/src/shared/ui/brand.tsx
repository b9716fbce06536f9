import { cn } from '../cn';

/** Two slots: one live, one standby. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cn('size-6', className)}>
      <rect x="3" y="3" width="10" height="18" rx="3" fill="currentColor" />
      <rect x="16" y="4" width="5" height="16" rx="2.5" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
