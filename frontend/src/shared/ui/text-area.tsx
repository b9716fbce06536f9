import { CircleAlert } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { cn } from '../cn';
import { controlLook } from './field';

type TextAreaProps = { label: string; hint?: string; error?: string; isOptional?: boolean } & Omit<
  ComponentProps<'textarea'>,
  'id'
>;

/** A labelled text of several lines. Its error replaces its hint, as in `TextField`. */
export function TextArea({ label, hint, error, isOptional, className, ...area }: TextAreaProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {isOptional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      <textarea
        rows={3}
        {...area}
        id={id}
        className={cn(controlLook, 'h-auto w-full py-1.5', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      {note && (
        <p
          id={`${id}-note`}
          className={cn('flex items-start gap-1.5 text-sm', error ? 'text-bad' : 'text-muted')}
        >
          {error && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />}
          {note}
        </p>
      )}
    </div>
  );
}
