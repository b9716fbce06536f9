import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  MinusCircle,
  Undo2,
} from 'lucide-react';
import { cn } from '@/shared/cn';
import { formatDuration } from '@/shared/format/duration';
import { type Tone, toneText } from '@/shared/ui/tone';
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

type StepListProps = {
  steps: readonly Step[];
  /** The step that was under way did not fail: it was cancelled. */
  isCancelled: boolean;
  isOver: boolean;
  onShow(step: Step): void;
};

/** The steps of the pipeline, with their share of the time. A started step links to its place in the log. */
export function StepList({ steps, isCancelled, isOver, onShow }: StepListProps) {
  const now = useNow(
    100,
    steps.some((step) => step.status === 'running'),
  );
  const longest = Math.max(1, ...steps.map((step) => elapsedMs(step, now) ?? 0));
  return (
    <ol className="py-1">
      {steps.map((step) => (
        <StepRow
          key={step.id}
          step={step}
          look={lookOf(step, isCancelled, isOver)}
          elapsed={elapsedMs(step, now)}
          longest={longest}
          onShow={onShow}
        />
      ))}
    </ol>
  );
}

type Look = { label: string; tone: Tone; Icon: LucideIcon };

function lookOf({ status }: Step, isCancelled: boolean, isOver: boolean): Look {
  if (isCancelled && status === 'failed') return { label: 'Cancelled', tone: 'idle', Icon: CircleSlash };
  const label = status === 'pending' && !isOver ? 'Waiting' : stepStates[status].label;
  return { label, tone: stepStates[status].tone, Icon: icons[status] };
}

type StepRowProps = {
  step: Step;
  look: Look;
  elapsed: number | undefined;
  longest: number;
  onShow(step: Step): void;
};

function StepRow({ step, look: { label, tone, Icon }, elapsed, longest, onShow }: StepRowProps) {
  const isAhead = step.status === 'pending' || step.status === 'skipped';
  const hasTime = step.status !== 'skipped' && elapsed !== undefined;
  const content = (
    <>
      <Icon
        aria-hidden
        className={cn(
          'mt-[0.1875rem] size-4 shrink-0',
          toneText[tone],
          step.status === 'running' && 'animate-turn',
        )}
      />
      <span className="grid min-w-0 flex-1 text-left">
        <span className={cn(isAhead ? 'text-muted' : 'font-medium')}>
          {step.title}
          <span className="sr-only">: {label}</span>
        </span>
        {step.detail && (
          <span className="truncate text-sm text-muted" title={step.detail}>
            {step.detail}
          </span>
        )}
      </span>
      <span className="grid shrink-0 justify-items-end gap-0.5 font-mono text-xs/5 text-muted tabular-nums">
        {step.status === 'skipped' ? 'not needed' : elapsed === undefined ? '' : formatDuration(elapsed)}
        {hasTime && (
          <span
            aria-hidden
            className="h-0.5 rounded-full bg-edge/60"
            style={{ width: `${(elapsed / longest) * 4}rem` }}
          />
        )}
      </span>
    </>
  );
  const look = 'flex w-full items-start gap-2.5 px-4 py-1 lg:px-6';
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
          onClick={() => onShow(step)}
          className={cn(look, '-outline-offset-2 hover:bg-sunken')}
        >
          {content}
        </button>
      )}
    </li>
  );
}
