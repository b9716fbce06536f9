import { cn } from '../cn';
import type { Tone } from './tone';

const fills: Record<Tone, string> = {
  good: 'bg-good',
  busy: 'bg-accent',
  warn: 'bg-warn',
  bad: 'bg-bad',
  idle: 'bg-edge',
};

/** Shows exactly the given percentage: no simulated progress. */
export function ProgressBar({ label, percent, tone }: { label: string; percent: number; tone: Tone }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-2 overflow-hidden rounded-full bg-line forced-colors:border"
    >
      <div
        className={cn(
          'h-full rounded-full transition-[width] duration-300 ease-calm forced-colors:bg-[Highlight]',
          fills[tone],
        )}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
