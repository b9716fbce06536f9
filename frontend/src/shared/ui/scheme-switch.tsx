import { Monitor, Moon, Sun } from 'lucide-react';
import { useId, useSyncExternalStore } from 'react';
import { type SchemeChoice, scheme } from './scheme';

const choices: { value: SchemeChoice; label: string; Icon: typeof Sun }[] = [
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
  { value: 'system', label: 'System', Icon: Monitor },
];

/** Three radio buttons: arrow keys select, the name of each is its tooltip. */
export function SchemeSwitch() {
  const name = useId(); // the rail and the drawer each contain a switch
  const chosen = useSyncExternalStore(scheme.subscribe, scheme.get);
  return (
    <fieldset className="flex rounded-md bg-rail-raised p-0.5">
      <legend className="sr-only">Colour scheme</legend>
      {choices.map(({ value, label, Icon }) => (
        <label
          key={value}
          title={label}
          className="flex h-7 flex-1 items-center justify-center rounded-[0.3125rem] text-rail-muted transition-colors duration-150 hover:text-rail-ink has-checked:bg-rail has-checked:text-rail-mark has-focus-visible:outline-2 has-focus-visible:outline-rail-mark"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => scheme.choose(value)}
            className="sr-only"
          />
          <Icon aria-hidden className="size-4" />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
