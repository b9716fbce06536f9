import {
  CircleCheck,
  CircleDashed,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import { cn } from '../cn';
import { type Tone, toneSoft, toneText } from './tone';

const icons: Record<Tone, LucideIcon> = {
  good: CircleCheck,
  busy: LoaderCircle,
  warn: TriangleAlert,
  bad: CircleX,
  idle: CircleDashed,
};

export function ToneIcon({ tone, className }: { tone: Tone; className?: string }) {
  const Icon = icons[tone];
  return <Icon aria-hidden className={cn('size-4 shrink-0', tone === 'busy' && 'animate-turn', className)} />;
}

/** A state as a word, an icon and a colour: never by colour alone. */
export function Badge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span
      className={cn(
        'inline-flex h-6 items-center align-middle gap-1.5 rounded-full pr-2.5 pl-1.5 text-xs font-medium whitespace-nowrap',
        toneSoft[tone],
      )}
    >
      <ToneIcon tone={tone} className="size-3.5" />
      {children}
    </span>
  );
}

/** Same, without a background: for the second state in a row, to keep tables quiet. */
export function QuietBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 align-middle text-sm whitespace-nowrap">
      <ToneIcon tone={tone} className={cn('size-3.5', toneText[tone])} />
      {children}
    </span>
  );
}
