import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check } from 'lucide-react';
import { useId } from 'react';

type CheckboxProps = { label: string; hint?: string; isChecked: boolean; onCheck(isChecked: boolean): void };

export function Checkbox({ label, hint, isChecked, onCheck }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <Base.Root
        checked={isChecked}
        onCheckedChange={onCheck}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative mt-0.5 inline-flex size-4.5 shrink-0 items-center justify-center rounded-sm border border-edge bg-surface after:absolute after:-inset-1 data-checked:border-accent data-checked:bg-accent"
      >
        <Base.Indicator className="text-on-accent forced-colors:text-[ButtonText]">
          <Check aria-hidden className="size-3.5" />
        </Base.Indicator>
      </Base.Root>
      <span className="grid gap-0.5">
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
