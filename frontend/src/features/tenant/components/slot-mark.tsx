import { cn } from '@/shared/cn';
import { type SlotLook, slotLooks } from '../model';

const words: Record<SlotLook, string> = {
  live: 'live',
  stopped: 'stopped',
  preparing: 'being prepared',
  standby: 'standby',
  empty: 'empty',
};

const looks: Record<SlotLook, string> = {
  live: 'fill-accent stroke-accent',
  stopped: 'fill-edge stroke-edge',
  preparing: 'fill-accent/40 stroke-accent animate-breathe',
  standby: 'fill-transparent stroke-accent',
  empty: 'fill-transparent stroke-edge/60',
};

/** The two slots of a tenant as a pair of 22 × 12 px: filled is live, an outline stands by, a breathing one is prepared. */
export function SlotMark({
  tenant,
  className,
}: {
  tenant: Parameters<typeof slotLooks>[0];
  className?: string;
}) {
  const [a, b] = slotLooks(tenant);
  return (
    <svg
      viewBox="0 0 22 12"
      role="img"
      aria-label={`Slots: ${words[a]}, ${words[b]}`}
      className={cn('h-3 w-5.5 shrink-0', className)}
    >
      <rect x="0.75" y="0.75" width="9" height="10.5" rx="2.5" strokeWidth="1.5" className={looks[a]} />
      <rect x="12.25" y="0.75" width="9" height="10.5" rx="2.5" strokeWidth="1.5" className={looks[b]} />
    </svg>
  );
}
