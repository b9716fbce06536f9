import { describe, expect, it } from 'vitest';
import { draftOf, firstDraft, hexOf, type Theme, tokenNames } from '../model';
import { exported } from './export';
import { imported, pruned } from './import';

const draft = draftOf({
  palette: {
    primary: '#0f766e',
    secondary: '#134e4a',
    accent: '#e4572e',
    background: '#fffdf5',
    neutral: 'stone',
  },
  fonts: { heading: 'Playfair Display', body: null },
  radius: 'large',
  dark: { card: '#101820' },
});

const all = (colour: string, more: Record<string, string>) => ({
  ...Object.fromEntries(tokenNames.map((token) => [token, colour])),
  ...more,
});

/** As the manager derives it, with colours that can be told apart. */
const theme: Theme = {
  ...draft,
  scales: { primary: { 50: '#f0fdfa', 500: '#14b8a6', 950: '#042f2e' } },
  tokens: {
    light: all('#333333', {
      primary: '#0f766e',
      secondary: '#134e4a',
      accent: '#e4572e',
      background: '#fffdf5',
      foreground: '#1c1917',
    }),
    dark: all('#cccccc', { primary: '#0f766e', background: '#0c0a09', card: '#101820' }),
  },
};

const read = (text: string) => (text.startsWith('#') ? hexOf(text) : undefined);
const take = (text: string) => imported(text, read);
const refusal = (text: string) => {
  try {
    take(text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'imported';
};

describe('an export', () => {
  it('as design tokens is imported as it was decided', () => {
    expect(take(exported(theme, 'json'))).toEqual(draft);
  });

  it.each(['css', 'tailwind'] as const)('as %s is imported with its palette, fonts and corners', (format) => {
    const back = pruned(take(exported(theme, format)), theme);
    expect(back.palette).toMatchObject({
      primary: '#0f766e',
      secondary: '#134e4a',
      accent: '#e4572e',
      background: '#fffdf5',
      darkPrimary: null,
      darkBackground: '#0c0a09',
    });
    expect(back.fonts.heading).toBe('Playfair Display');
    expect(back.radius).toBe('large');
    expect(back.light).toEqual({});
    expect(back.dark).toEqual({});
  });

  it('is what Tailwind CSS 4 and a browser read', () => {
    expect(exported(theme, 'tailwind')).toMatch(/^@theme \{\n {2}--color-primary-50: #f0fdfa;/);
    expect(exported(theme, 'css')).toContain('[data-theme="dark"] {\n  --color-background: #0c0a09;');
    expect(JSON.parse(exported(theme, 'json')).color.light.primary).toEqual({
      $type: 'color',
      $value: '#0f766e',
    });
  });
});

describe('an import', () => {
  it('of variables alone needs no more than the primary colour', () => {
    expect(take('--color-primary: #F00;')).toEqual(draftOf({ palette: { primary: '#ff0000' } }));
  });

  it('takes the names of component libraries, and follows references', () => {
    const { palette, light, dark } = take(
      ':root { --brand-base: #123456; --primary: var(--brand-base); --destructive: #c00 }\n.dark { --primary: #abcdef; --card: #111 }',
    );
    expect(palette).toMatchObject({ primary: '#123456', darkPrimary: '#abcdef' });
    expect(light).toEqual({ danger: '#cc0000' });
    expect(dark).toEqual({ card: '#111111' });
  });

  it('leaves out what has no place in a theme', () => {
    expect(
      take(':root { --spacing: 4px; --color-primary: #ff0000; color: red; --color-primary-50: nonsense }'),
    ).toEqual(draftOf({ palette: { primary: '#ff0000' } }));
  });

  it.each([
    [
      ':root {\n  --color-primary: #ff0000;\n  --color-card: mauve-ish;\n}',
      'Line 3: mauve-ish of --color-card is no colour',
    ],
    ['/* a\n comment */\n:root {\n  --color-primary: var(--gone);\n}', 'Line 4: --gone is not in the text'],
    [':root {\n  --color-primary: #ff0000;\n', 'Line 1: { is never closed'],
    [':root { }\n}', 'Line 2: } closes nothing'],
    ['{\n  "color": {\n    "primary": "#ff0000",,\n  }\n}', 'Line 3: this is not valid JSON'],
    [
      '{ "color": {\n "light": {\n "primary": { "$value": "reddish" } } } }',
      'Line 3: reddish of primary is no colour',
    ],
    [':root { --color-card: #fff }', 'There is no --color-primary'],
    ['  \n', 'There is nothing to import'],
  ])('that cannot be read is refused with the line: %j', (text, message) =>
    expect(refusal(text)).toBe(message),
  );

  it('chooses by hand only what does not follow by itself', () => {
    const chosen = { ...firstDraft, light: { card: '#333333', ring: '#ff0000' } };
    expect(pruned(chosen, theme).light).toEqual({ ring: '#ff0000' });
  });
});
