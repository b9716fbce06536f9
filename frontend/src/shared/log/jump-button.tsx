import { ArrowDown } from 'lucide-react';

type JumpButtonProps = { unseen: number; isPaused: boolean; onJump(): void };

/** Leads back to the end of a log that is paused or read further up, and tells how much is new there. */
export function JumpButton({ unseen, isPaused, onJump }: JumpButtonProps) {
  return (
    <button
      type="button"
      onClick={onJump}
      className="absolute right-4 bottom-4 inline-flex h-8 animate-arrive items-center gap-2 rounded-full bg-rail-mark px-3.5 text-sm font-semibold text-rail shadow-floating"
    >
      <ArrowDown aria-hidden className="size-4" />
      {jumpLabel(unseen, isPaused)}
    </button>
  );
}

function jumpLabel(unseen: number, isPaused: boolean): string {
  const lines = unseen === 1 ? '1 new line' : `${unseen} new lines`;
  if (isPaused) return unseen > 0 ? `Paused · ${lines}` : 'Paused';
  return unseen > 0 ? lines : 'Follow';
}
