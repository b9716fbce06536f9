import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import { useId } from 'react';
import { cn } from '../cn';

type CheckboxProps = {
  label: string;
  hint?: string;
  isChecked: boolean;
  /** Some of what it stands for is checked. */
  isMixed?: boolean;
  /** The label is for screen readers only, as in a table. */
  isBare?: boolean;
  onCheck(isChecked: boolean): void;
};

export function Checkbox({ label, hint, isChecked, isMixed = false, isBare, onCheck }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <Base.Root
        checked={isChecked}
        indeterminate={isMixed}
        onCheckedChange={onCheck}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={cn(
          'relative inline-flex size-4.5 shrink-0 items-center justify-center rounded-sm border border-edge bg-surface after:absolute after:-inset-1 data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent',
          !isBare && 'mt-0.5',
        )}
      >
        <Base.Indicator className="text-on-accent forced-colors:text-[ButtonText]">
          {isMixed ? <Minus aria-hidden className="size-3.5" /> : <Check aria-hidden className="size-3.5" />}
        </Base.Indicator>
      </Base.Root>
      <span className={isBare ? 'sr-only' : 'grid gap-0.5'}>
        <span id={`${id}-label`}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}
