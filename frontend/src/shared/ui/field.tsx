import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from '../cn';

export const controlLook = cn(
  'h-8 min-w-0 rounded-md border border-edge bg-surface px-2.5 text-base text-ink placeholder:text-muted',
  'transition-colors duration-150 hover:border-ink aria-invalid:border-bad',
  'pointer-coarse:text-lg', // below 16 px phones zoom into a field
);

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string;
  isOptional?: boolean;
  /** Content beside the input, such as a button. */
  beside?: ReactNode;
} & Omit<ComponentProps<'input'>, 'id'>;

/**
 * A labelled text input. Its error replaces its hint: if it were added below, everything under it would move when the
 * field loses focus, and a click on a button there would miss.
 */
export function TextField({ label, hint, error, isOptional, beside, className, ...input }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {isOptional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          className={cn(controlLook, 'w-full', className)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : hint !== undefined ? hintId : undefined}
        />
        {beside}
      </div>
      {error && (
        <p id={errorId} className="flex items-start gap-1.5 text-sm text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
      {hint !== undefined && !error && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

type SelectProps = { label: string; options: readonly { value: string; label: string }[] } & Omit<
  ComponentProps<'select'>,
  'children' | 'aria-label'
>;

/** The browser's own select, which works best on phones and with a keyboard. */
export function SelectField({ label, options, className, ...select }: SelectProps) {
  return (
    <select {...select} aria-label={label} className={cn(controlLook, 'pr-8', className)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

type ChoiceProps = { label: string; hint: string } & Omit<ComponentProps<'input'>, 'type' | 'id'>;

/** One of several radio buttons, as a card that is clickable anywhere. */
export function ChoiceCard({ label, hint, ...input }: ChoiceProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="flex gap-3 rounded-md border border-line bg-surface p-3 transition-colors duration-150 hover:border-edge has-checked:border-accent has-checked:bg-accent-soft/50 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
    >
      <input
        {...input}
        id={id}
        type="radio"
        className="mt-1 size-4 shrink-0 accent-accent outline-none"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
      />
      <span className="grid gap-0.5">
        <span id={`${id}-label`} className="font-medium">
          {label}
        </span>
        <span id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </span>
      </span>
    </label>
  );
}
