import { cn } from '@/shared/cn';
import type { DeploymentStatus } from '../model';

/** The slot pair as progress: the empty slot fills with the steps; on success the live mark slides to it, once. */
export function SlotProgress({ percent, status }: { percent: number; status: DeploymentStatus }) {
  const isLive = status === 'succeeded';
  const height = (18.5 * percent) / 100;
  return (
    <svg viewBox="0 0 38 22" aria-hidden className="h-5.5 w-9.5 shrink-0 overflow-visible">
      <rect
        x="1"
        y="1"
        width="15"
        height="20"
        rx="4"
        strokeWidth="1.75"
        className={cn('stroke-accent', isLive ? 'fill-transparent' : 'fill-accent/25')}
      />
      <rect
        x="22.75"
        y={20.25 - height}
        width="13.5"
        height={height}
        rx={Math.min(3.25, height / 2)}
        className={cn(
          'transition-[y,height] duration-300 ease-calm',
          status === 'failed' ? 'fill-bad' : status === 'cancelled' ? 'fill-edge' : 'fill-accent',
          isLive && 'animate-switch',
        )}
      />
      <rect
        x="22"
        y="1"
        width="15"
        height="20"
        rx="4"
        strokeWidth="1.75"
        className={cn(
          'fill-transparent',
          status === 'failed' ? 'stroke-bad' : status === 'cancelled' ? 'stroke-edge' : 'stroke-accent',
        )}
      />
    </svg>
  );
}
