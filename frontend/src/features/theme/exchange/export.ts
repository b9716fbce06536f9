import { draftOf, radiusLengths, schemes, type Theme, tokenNames, variableOf } from '../model';

export type Format = 'css' | 'tailwind' | 'json';

/** Where the decisions of a theme stand in its design tokens, so that they are imported as they were made. */
export const extension = 'ai.nominate.tenantmgr';

const systemFont = 'ui-sans-serif, system-ui, sans-serif';
const font = (name: string | null | undefined) => (name ? `"${name}", ${systemFont}` : systemFont);
const stops = (scale: Record<string, string>) =>
  Object.entries(scale).sort(([a], [b]) => Number(a) - Number(b));

export function exported(theme: Theme, format: Format): string {
  if (format === 'json') return designTokens(theme);
  return format === 'css' ? variables(theme) : tailwind(theme);
}

const block = (opening: string, lines: readonly string[], indent = '') =>
  [`${indent}${opening} {`, ...lines.map((line) => `${indent}  ${line}`), `${indent}}`].join('\n');

const common = (theme: Theme) => [
  ...Object.entries(theme.scales).flatMap(([name, scale]) =>
    stops(scale).map(([stop, colour]) => `--color-${name}-${stop}: ${colour};`),
  ),
  `--font-heading: ${font(theme.fonts.heading)};`,
  `--font-body: ${font(theme.fonts.body)};`,
  `--radius: ${radiusLengths[theme.radius]};`,
];

const tokens = (theme: Theme, scheme: 'light' | 'dark') =>
  tokenNames.map((token) => `${variableOf(token)}: ${theme.tokens[scheme][token]};`);

function variables(theme: Theme): string {
  const dark = tokens(theme, 'dark');
  return [
    block(':root', [...common(theme), ...tokens(theme, 'light')]),
    `@media (prefers-color-scheme: dark) {\n${block(':root:not([data-theme="light"])', dark, '  ')}\n}`,
    block('[data-theme="dark"]', dark),
    '',
  ].join('\n');
}

function tailwind(theme: Theme): string {
  return [
    block('@theme', [...common(theme), ...tokens(theme, 'light')]),
    `@layer theme {\n${block('[data-theme="dark"]', tokens(theme, 'dark'), '  ')}\n}`,
    '',
  ].join('\n');
}

/** The community group's format of design tokens. */
function designTokens(theme: Theme): string {
  const colour = (value: string | undefined) => ({ $type: 'color', $value: value });
  const all = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, colour(value)]));
  const used = (scheme: 'light' | 'dark') =>
    Object.fromEntries(tokenNames.map((token) => [token, colour(theme.tokens[scheme][token])]));
  const content = {
    color: {
      ...Object.fromEntries(Object.entries(theme.scales).map(([name, scale]) => [name, all(scale)])),
      ...Object.fromEntries(schemes.map((scheme) => [scheme, used(scheme)])),
    },
    font: {
      heading: { $type: 'fontFamily', $value: font(theme.fonts.heading) },
      body: { $type: 'fontFamily', $value: font(theme.fonts.body) },
    },
    radius: { $type: 'dimension', $value: radiusLengths[theme.radius] },
    $extensions: { [extension]: draftOf(theme) },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
