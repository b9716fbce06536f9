import { Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import { cn } from '@/shared/cn';
import { controlLook } from '@/shared/ui/field';
import { IconButton } from '@/shared/ui/icon-button';
import { hexOf } from '../model';

type ColourFieldProps = {
  label: string;
  /** The chosen colour; null while it follows from others. */
  value: string | null;
  /** The colour in effect when none is chosen. */
  derived?: string;
  /** What it follows from, in words. */
  unset?: string;
  isRequired?: boolean;
  onChange(colour: string | null): void;
};

/**
 * A colour: the browser's own picker, which has a keyboard and a screen reader already, and its six digits. What is typed
 * stays as it is until the field is left; a text that is no colour changes nothing.
 */
export function ColourField({
  label,
  value,
  derived,
  unset,
  isRequired = false,
  onChange,
}: ColourFieldProps) {
  const id = useId();
  /** What is typed, and the value that it stands for: with another value it is over. */
  const [typed, setTyped] = useState<{ text: string; over: string | null }>();
  const [isLeft, setIsLeft] = useState(false);
  const isTyping = typed !== undefined && typed.over === value;
  const text = isTyping ? typed.text : (value ?? '');
  const isWrong = isTyping && isLeft && (isRequired || text.trim() !== '') && hexOf(text) === undefined;

  function onType(next: string) {
    setIsLeft(false);
    const colour = next.trim() === '' && !isRequired ? null : (hexOf(next, false) ?? value);
    setTyped({ text: next, over: colour });
    if (colour !== value) onChange(colour);
  }

  function onLeave() {
    setIsLeft(true);
    const colour = hexOf(text);
    if (colour || (text.trim() === '' && !isRequired)) setTyped(undefined);
    if (colour && colour !== value) onChange(colour);
  }

  return (
    <div className="grid min-w-0 content-start gap-1">
      <label htmlFor={id} className="truncate text-sm font-medium" title={label}>
        {label}
      </label>
      <div className="flex items-center gap-1.5">
        <input
          type="color"
          aria-label={`${label}: choose`}
          value={value ?? derived ?? '#ffffff'}
          onChange={(event) => onChange(event.target.value)}
          className="size-8 shrink-0 cursor-pointer rounded-md border border-edge bg-surface p-0.5 disabled:cursor-default [&::-moz-color-swatch]:rounded-sm [&::-moz-color-swatch]:border-0 [&::-webkit-color-swatch]:rounded-sm [&::-webkit-color-swatch]:border-0 [&::-webkit-color-swatch-wrapper]:p-0"
        />
        <div className="relative min-w-0 flex-1">
          <input
            id={id}
            value={text}
            placeholder={derived ?? unset}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong || unset ? `${id}-note` : undefined}
            onChange={(event) => onType(event.target.value)}
            onBlur={onLeave}
            onKeyDown={(event) => event.key === 'Enter' && onLeave()}
            className={cn(controlLook, 'w-full font-mono text-sm', !isRequired && 'pr-8')}
          />
          {!isRequired && (
            <IconButton
              label={`Reset ${label.toLowerCase()}`}
              icon={<Undo2 aria-hidden />}
              disabled={value === null}
              onClick={() => onChange(null)}
              className={cn(
                'absolute inset-y-0 right-0 text-muted hover:text-ink',
                value === null && 'invisible',
              )}
            />
          )}
        </div>
      </div>
      {(isWrong || unset) && (
        <p id={`${id}-note`} className={cn('text-xs', isWrong ? 'text-bad' : 'text-muted')}>
          {isWrong ? 'Six digits, such as #1d4ed8' : isRequired || value === null ? unset : '\u00a0'}
        </p>
      )}
    </div>
  );
}
