import {
  CircleCheck,
  CircleDashed,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  MinusCircle,
  Undo2,
} from 'lucide-react';
import { cn } from '@/shared/cn';
import { formatDuration } from '@/shared/format/duration';
import { toneText } from '@/shared/ui/tone';
import { useNow } from '@/shared/ui/use-now';
import { elapsedMs, type Step, type StepStatus, stepStates } from '../model';

const icons: Record<StepStatus, LucideIcon> = {
  pending: CircleDashed,
  running: LoaderCircle,
  done: CircleCheck,
  skipped: MinusCircle,
  failed: CircleX,
  undone: Undo2,
};

/** The steps of the pipeline. A started step links to its place in the log. */
export function StepList({ steps, onShow }: { steps: readonly Step[]; onShow(step: Step): void }) {
  const now = useNow(
    100,
    steps.some((step) => step.status === 'running'),
  );
  return (
    <ol className="py-1.5">
      {steps.map((step) => (
        <StepRow key={step.id} step={step} now={now} onShow={onShow} />
      ))}
    </ol>
  );
}

function StepRow({ step, now, onShow }: { step: Step; now: number; onShow(step: Step): void }) {
  const { label, tone } = stepStates[step.status];
  const Icon = icons[step.status];
  const elapsed = elapsedMs(step, now);
  const isAhead = step.status === 'pending' || step.status === 'skipped';
  const content = (
    <>
      <Icon
        aria-hidden
        className={cn('mt-0.5 size-4 shrink-0', toneText[tone], step.status === 'running' && 'animate-turn')}
      />
      <span className="grid min-w-0 flex-1 text-left">
        <span className={cn(isAhead ? 'text-muted' : 'font-medium')}>
          {step.title}
          <span className="sr-only">: {label}</span>
        </span>
        {step.detail && <span className="text-sm text-muted">{step.detail}</span>}
      </span>
      <span className="shrink-0 font-mono text-xs/5 text-muted tabular-nums">
        {step.status === 'skipped' ? 'not needed' : elapsed === undefined ? '' : formatDuration(elapsed)}
      </span>
    </>
  );
  const look = 'flex w-full items-start gap-2.5 px-4 py-1.5';
  return (
    <li
      aria-current={step.status === 'running' ? 'step' : undefined}
      className={cn(step.status === 'running' && 'bg-accent-soft/50')}
    >
      {isAhead ? (
        <div className={look}>{content}</div>
      ) : (
        <button
          type="button"
          title="Show in the log"
          onClick={() => onShow(step)}
          className={cn(look, '-outline-offset-2 hover:bg-sunken')}
        >
          {content}
        </button>
      )}
    </li>
  );
}
