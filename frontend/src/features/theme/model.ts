import type { components } from '@/shared/api/schema.gen';

type Schemas = components['schemas'];
export type TenantTheme = Schemas['TenantTheme'];
export type Theme = Schemas['Theme'];
export type ThemeChange = Schemas['ThemeChange'];
export type ThemePreview = Schemas['ThemePreview'];
export type Contrast = Schemas['Contrast'];
export type Scheme = Contrast['scheme'];
export type Palette = Required<Schemas['Palette']>;
export type Radius = Theme['radius'];
/** Colours by the name of the token. */
export type Colours = Record<string, string>;

export const schemes: readonly Scheme[] = ['light', 'dark'];

/** What a person decides of a theme, all of it said; everything else follows. */
export type Draft = {
  palette: Palette;
  fonts: { heading: string | null; body: string | null };
  radius: Radius;
  light: Colours;
  dark: Colours;
  brandOverride: boolean;
};

export function draftOf({ palette, fonts, radius, light, dark, brandOverride }: ThemeChange): Draft {
  return {
    palette: {
      primary: palette.primary,
      secondary: palette.secondary ?? null,
      accent: palette.accent ?? null,
      neutral: palette.neutral ?? 'tinted',
      background: palette.background ?? null,
      foreground: palette.foreground ?? null,
      darkPrimary: palette.darkPrimary ?? null,
      darkBackground: palette.darkBackground ?? null,
    },
    fonts: { heading: fonts?.heading ?? null, body: fonts?.body ?? null },
    radius: radius ?? 'medium',
    light: light ?? {},
    dark: dark ?? {},
    brandOverride: brandOverride ?? false,
  };
}

/** Where a tenant without a theme begins. */
export const firstDraft = draftOf({ palette: { primary: '#2563eb' } });

export type ColourKey = Exclude<keyof Palette, 'neutral'>;

/** The colours of the palette, in the order in which they are asked for. */
export const paletteColours: readonly { key: ColourKey; label: string; unset: string }[] = [
  { key: 'primary', label: 'Primary', unset: '' },
  { key: 'secondary', label: 'Secondary', unset: 'shades of the primary' },
  { key: 'accent', label: 'Accent', unset: 'as the secondary' },
  { key: 'background', label: 'Page', unset: 'white' },
  { key: 'foreground', label: 'Text', unset: 'darkest grey' },
  { key: 'darkPrimary', label: 'Primary in dark', unset: 'as in light' },
  { key: 'darkBackground', label: 'Page in dark', unset: 'darkest grey' },
];

export const neutrals: readonly NonNullable<Palette['neutral']>[] = [
  'tinted',
  'slate',
  'gray',
  'zinc',
  'neutral',
  'stone',
  'mauve',
  'olive',
  'mist',
  'taupe',
];

export const radii: readonly Radius[] = ['none', 'small', 'medium', 'large', 'full'];

/** The corner of a button. */
export const radiusLengths: Record<Radius, string> = {
  none: '0rem',
  small: '0.25rem',
  medium: '0.5rem',
  large: '0.75rem',
  full: '1.5rem',
};

/** Each use of a colour, by what it belongs to. */
export const tokenGroups: readonly { title: string; tokens: readonly string[] }[] = [
  {
    title: 'Page and cards',
    tokens: ['background', 'foreground', 'card', 'cardForeground', 'muted', 'mutedForeground'],
  },
  { title: 'Lines and focus', tokens: ['border', 'input', 'ring', 'ringOffset'] },
  {
    title: 'Brand',
    tokens: [
      'primary',
      'primaryForeground',
      'primaryHover',
      'primaryActive',
      'primaryBorder',
      'primaryText',
      'secondary',
      'secondaryForeground',
      'accent',
      'accentForeground',
    ],
  },
  ...['success', 'warning', 'danger', 'info'].map((name) => ({
    title: nameOf(name),
    tokens: [name, `${name}Foreground`, `${name}Soft`, `${name}Text`],
  })),
];

export const tokenNames: readonly string[] = tokenGroups.flatMap(({ tokens }) => tokens);

/** `mutedForeground` as people read it. */
export function nameOf(token: string): string {
  const words = token.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `mutedForeground` as CSS knows it. */
export function variableOf(token: string): string {
  return `--color-${token.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The six digits of a typed or pasted colour; undefined if it is none. `isWhole`: three digits are not the start of six. */
export function hexOf(text: string, isWhole = true): string | undefined {
  const digits = text.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  if (isWhole && /^[0-9a-f]{3}$/.test(digits)) return `#${digits.replaceAll(/./g, '$&$&')}`;
  return undefined;
}

export function withToken(draft: Draft, scheme: Scheme, token: string, colour: string | null): Draft {
  const { [token]: _, ...others } = draft[scheme];
  return { ...draft, [scheme]: colour === null ? others : { ...others, [token]: colour } };
}

/** The draft as it is sent and compared: without spaces at the ends of what was typed. */
export function changeOf(draft: Draft): Draft {
  const trimmed = (font: string | null) => font?.trim() || null;
  return { ...draft, fonts: { heading: trimmed(draft.fonts.heading), body: trimmed(draft.fonts.body) } };
}

const flat = (draft: Draft | undefined): Record<string, unknown> =>
  draft === undefined
    ? {}
    : {
        ...draft.palette,
        ...Object.fromEntries(
          Object.entries(changeOf(draft).fonts).map(([key, font]) => [`font ${key}`, font]),
        ),
        radius: draft.radius,
        brandOverride: draft.brandOverride,
        ...Object.fromEntries(
          schemes.flatMap((scheme) =>
            Object.entries(draft[scheme]).map(([token, colour]) => [`${scheme} ${token}`, colour]),
          ),
        ),
      };

/** How many decisions differ. */
export function countDifferences(a: Draft | undefined, b: Draft | undefined): number {
  const before = flat(a);
  const after = flat(b);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => (before[key] ?? null) !== (after[key] ?? null),
  ).length;
}
