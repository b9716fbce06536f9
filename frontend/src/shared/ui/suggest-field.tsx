import { type ComponentProps, useId } from 'react';
import { TextField } from './field';

export type Choice = { value: string; label?: string };

/** A text field that offers choices: one of them can be chosen from the list or typed, and another one typed too. */
export function SuggestField({
  choices,
  ...field
}: { choices: readonly Choice[] } & ComponentProps<typeof TextField>) {
  const id = useId();
  return (
    <div>
      <TextField autoComplete="off" autoCapitalize="none" spellCheck={false} {...field} list={id} />
      <datalist id={id}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value} label={label} />
        ))}
      </datalist>
    </div>
  );
}
