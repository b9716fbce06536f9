import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/shared/cn';
import { indexOf, type StepId, steps } from './steps';

type StepperProps = {
  step: StepId;
  /** The furthest step that can be opened. */
  reached: StepId;
  /** The tenant exists: nothing before can be changed here. */
  isCreated: boolean;
};

/** Where one is among the five steps; those that can be opened are links. */
export function Stepper({ step, reached, isCreated }: StepperProps) {
  const at = indexOf(step);
  return (
    <nav aria-label="Steps" className="w-full py-2">
      <p className="text-sm text-muted sm:hidden">
        Step {at + 1} of {steps.length}: <span className="font-medium text-ink">{steps[at]?.title}</span>
      </p>
      <ol className="flex gap-1 max-sm:mt-1.5 sm:gap-4">
        {steps.map(({ id, title }, index) => {
          const isDone = index < at;
          const canOpen = id !== step && !isCreated && id !== 'deploy' && index <= indexOf(reached);
          const content = (
            <>
              <span
                aria-hidden
                className={cn(
                  'grid size-5 shrink-0 place-items-center rounded-full border text-xs tabular-nums max-sm:hidden',
                  index === at && 'border-accent bg-accent text-on-accent forced-colors:outline',
                  isDone && 'border-accent text-accent',
                  index > at && 'border-edge text-muted',
                )}
              >
                {isDone ? <Check className="size-3" /> : index + 1}
              </span>
              <span className="max-sm:sr-only">{title}</span>
              <span
                aria-hidden
                className={cn('h-1 w-full rounded-full sm:hidden', index <= at ? 'bg-accent' : 'bg-line')}
              />
              {isDone && <span className="sr-only">, done</span>}
            </>
          );
          return (
            <li key={id} aria-current={id === step ? 'step' : undefined} className="max-sm:flex-1">
              <Part step={canOpen ? id : undefined} isCurrent={id === step}>
                {content}
              </Part>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Part({ step, isCurrent, children }: { step?: StepId; isCurrent: boolean; children: ReactNode }) {
  const look = cn('flex items-center gap-2 py-1 text-sm', isCurrent ? 'font-medium' : 'text-muted');
  return step ? (
    <Link to="/tenants/new" search={{ step }} className={cn(look, 'hover:text-ink hover:underline')}>
      {children}
    </Link>
  ) : (
    <span className={look}>{children}</span>
  );
}
