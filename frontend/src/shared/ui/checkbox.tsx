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

const mark =
  'pointer-events-none absolute top-0.5 left-0.5 size-3.5 text-on-accent forced-colors:text-[ButtonText]';

/** The browser's own checkbox in our colours: a table has one in each row, and anything heavier is felt there. */
export function Checkbox({ label, hint, isChecked, isMixed = false, isBare, onCheck }: CheckboxProps) {
  const id = useId();
  const Mark = isMixed ? Minus : Check;
  return (
    <div className="flex items-start gap-2.5">
      <span className={cn('relative inline-flex shrink-0', !isBare && 'mt-0.5')}>
        <input
          ref={(box) => {
            if (box) box.indeterminate = isMixed;
          }}
          id={id}
          type="checkbox"
          checked={isChecked}
          onChange={({ target }) => onCheck(target.checked)}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className={cn(
            'size-4.5 appearance-none rounded-sm border after:absolute after:-inset-1',
            isChecked || isMixed ? 'border-accent bg-accent' : 'border-edge bg-surface',
          )}
        />
        {(isChecked || isMixed) && <Mark aria-hidden className={mark} />}
      </span>
      <span className={isBare ? 'sr-only' : 'grid gap-0.5'}>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}
