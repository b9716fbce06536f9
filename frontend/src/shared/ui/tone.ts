/** The tone of a state. The only mapping from API states to colours. */
export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'idle';

export const toneText: Record<Tone, string> = {
  good: 'text-good',
  busy: 'text-accent',
  warn: 'text-warn',
  bad: 'text-bad',
  idle: 'text-muted',
};

export const toneSoft: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  busy: 'bg-accent-soft text-accent-strong',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad-strong',
  idle: 'bg-sunken text-muted',
};
