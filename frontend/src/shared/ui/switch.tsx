import { Switch as Base } from '@base-ui/react/switch';
import { useId } from 'react';

type SwitchProps = {
  label: string;
  hint?: string;
  isOn: boolean;
  onSwitch(isOn: boolean): void;
  isDisabled?: boolean;
};

/** On or off, in effect at once or with the form that contains it. */
export function Switch({ label, hint, isOn, onSwitch, isDisabled }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <Base.Root
        checked={isOn}
        onCheckedChange={onSwitch}
        disabled={isDisabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors duration-150 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-edge transition-transform duration-150 data-checked:translate-x-4 data-checked:bg-on-accent forced-colors:bg-[ButtonText]" />
      </Base.Root>
      <span className="grid gap-0.5">
        <span id={`${id}-label`} className="font-medium">
          {label}
        </span>
        {hint && (
          <span id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}
