import { cn } from '@/shared/cn';
import { controlLook, TextField } from '@/shared/ui/field';
import { Panel } from '@/shared/ui/panel';
import { type Draft, neutrals, paletteColours, radii, type Theme } from '../model';
import { ColourField } from './colour-field';
import { ScaleRow } from './scale-row';

type PaletteFieldsProps = {
  draft: Draft;
  /** What follows from the draft; undefined before it is known. */
  theme: Theme | undefined;
  onChange(draft: Draft, part: string): void;
};

/** The colour in effect for each part of the palette that is not chosen. */
function derivedOf(theme: Theme | undefined): Partial<Record<string, string>> {
  if (!theme) return {};
  const { light, dark } = theme.tokens;
  return {
    secondary: light.secondary,
    accent: light.accent,
    background: light.background,
    foreground: light.foreground,
    darkPrimary: dark.primary,
    darkBackground: dark.background,
  };
}

/** The colours that a theme is made of, each with what follows from it. */
export function PaletteFields({ draft, theme, onChange }: PaletteFieldsProps) {
  const { palette } = draft;
  const derived = derivedOf(theme);
  const scales = Object.entries(theme?.scales ?? {});
  return (
    <Panel title="Palette">
      <div className="grid gap-4">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9.25rem,1fr))] gap-x-3 gap-y-3">
          {paletteColours.map(({ key, label, unset }) => (
            <ColourField
              key={key}
              label={label}
              value={palette[key]}
              derived={derived[key]}
              unset={unset || 'the brand, exactly'}
              isRequired={key === 'primary'}
              onChange={(colour) =>
                onChange(
                  {
                    ...draft,
                    palette: { ...palette, [key]: colour ?? (key === 'primary' ? palette.primary : null) },
                  },
                  key,
                )
              }
            />
          ))}
          <Choice
            label="Greys"
            note="tinted: in the hue of the brand"
            options={neutrals}
            value={palette.neutral ?? 'tinted'}
            onChange={(neutral) => onChange({ ...draft, palette: { ...palette, neutral } }, 'neutral')}
          />
        </div>
        <div className="grid min-h-36 content-start gap-2">
          {scales.map(([name, scale]) => (
            <ScaleRow key={name} name={name} scale={scale} />
          ))}
        </div>
      </div>
    </Panel>
  );
}

/** Fonts and corners. */
export function LookFields({ draft, onChange }: Omit<PaletteFieldsProps, 'theme'>) {
  const { fonts } = draft;
  return (
    <Panel title="Fonts and corners">
      <div className="grid gap-3">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9.25rem,1fr))] gap-3">
          <TextField
            label="Headings"
            placeholder="of the system"
            value={fonts.heading ?? ''}
            onChange={({ target }) =>
              onChange({ ...draft, fonts: { ...fonts, heading: target.value || null } }, 'heading')
            }
          />
          <TextField
            label="Texts"
            placeholder="of the system"
            value={fonts.body ?? ''}
            onChange={({ target }) =>
              onChange({ ...draft, fonts: { ...fonts, body: target.value || null } }, 'body')
            }
          />
          <Choice
            label="Corners"
            options={radii}
            value={draft.radius}
            onChange={(radius) => onChange({ ...draft, radius }, 'radius')}
          />
        </div>
        <p className="text-sm text-muted">
          Fonts are used where visitors or the application have them. Nothing is loaded for them.
        </p>
      </div>
    </Panel>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  note?: string;
  options: readonly T[];
  value: T;
  onChange(value: T): void;
};

function Choice<T extends string>({ label, note, options, value, onChange }: ChoiceProps<T>) {
  return (
    <label className="grid content-start gap-1">
      <span className="text-sm font-medium">{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
        className={cn(controlLook, 'w-full pr-8')}
      >
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
      {note && <span className="text-xs text-muted">{note}</span>}
    </label>
  );
}
