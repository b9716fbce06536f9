import { Combobox as Base } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import { useId } from 'react';
import { cn } from '../cn';
import { controlLook } from './field';
import { useLayer } from './layer';

export type Choice = { value: string; label: string };

type ComboboxProps = {
  label: string;
  hint?: string;
  placeholder?: string;
  choices: readonly Choice[];
  chosen: readonly Choice[];
  onChoose(chosen: Choice[]): void;
};

/** Several of many, found by typing. The chosen ones are chips that Backspace removes. */
export function Combobox({ label, hint, placeholder, choices, chosen, onChoose }: ComboboxProps) {
  const id = useId();
  const layer = useLayer();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <Base.Root
        multiple
        items={choices}
        value={[...chosen]}
        onValueChange={onChoose}
        itemToStringLabel={(choice: Choice) => choice.label}
        isItemEqualToValue={(a: Choice, b: Choice) => a.value === b.value}
      >
        <Base.Chips className={cn(controlLook, 'flex h-auto min-h-9 flex-wrap items-center gap-1 py-1')}>
          {chosen.map((choice) => (
            <Base.Chip
              key={choice.value}
              aria-label={choice.label}
              className="inline-flex h-6 items-center gap-1 rounded-sm bg-sunken pl-2 text-sm"
            >
              {choice.label}
              <Base.ChipRemove
                aria-label={`Remove ${choice.label}`}
                className="size-6 rounded-sm hover:text-bad"
              >
                ×
              </Base.ChipRemove>
            </Base.Chip>
          ))}
          <Base.Input
            id={id}
            placeholder={chosen.length === 0 ? placeholder : undefined}
            aria-describedby={hint ? `${id}-hint` : undefined}
            className="h-6 min-w-24 flex-1 bg-transparent outline-none placeholder:text-muted"
          />
        </Base.Chips>
        <Base.Portal container={layer}>
          <Base.Positioner sideOffset={4} className="z-50 outline-none">
            <Base.Popup className="max-h-64 w-(--anchor-width) overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-floating">
              <Base.Empty className="px-2.5 py-1.5 text-sm text-muted empty:hidden">
                Nothing matches
              </Base.Empty>
              <Base.List>
                {(choice: Choice) => (
                  <Base.Item
                    key={choice.value}
                    value={choice}
                    className="flex h-8 items-center justify-between gap-2 rounded-md px-2.5 data-highlighted:bg-sunken"
                  >
                    {choice.label}
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4 text-accent" />
                    </Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
