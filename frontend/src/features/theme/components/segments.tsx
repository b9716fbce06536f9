import { cn } from '@/shared/cn';

type SegmentsProps<T extends string> = {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange(value: T): void;
};

/** One of a few ways to look at the same thing. */
export function Segments<T extends string>({ label, options, value, onChange }: SegmentsProps<T>) {
  return (
    <fieldset
      aria-label={label}
      className="inline-flex w-fit rounded-md border border-line bg-sunken p-0.5 text-sm"
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cn(
            'h-6 rounded-sm px-2 text-muted hover:text-ink',
            option.value === value &&
              'bg-surface font-medium text-ink shadow-[0_0_0_1px_var(--line)] forced-colors:outline',
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
