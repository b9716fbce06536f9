import { nameOf, schemes, type Theme, tokenNames } from './model';

export type Compared = {
  name: string;
  /** Null: not chosen, or there is no theme. */
  before: string | null;
  after: string | null;
};

const said = (value: unknown) =>
  value === null || value === undefined || value === false ? null : String(value);

/** What was decided differently in two themes: the palette, fonts and corners, and single colours. */
export function decisionsThatDiffer(before: Theme | null, after: Theme | null): Compared[] {
  const parts = (theme: Theme | null): [string, unknown][] => [
    ['Primary', theme?.palette.primary],
    ['Secondary', theme?.palette.secondary],
    ['Accent', theme?.palette.accent],
    ['Greys', theme?.palette.neutral],
    ['Page', theme?.palette.background],
    ['Text', theme?.palette.foreground],
    ['Primary in dark', theme?.palette.darkPrimary],
    ['Page in dark', theme?.palette.darkBackground],
    ['Headings', theme?.fonts.heading],
    ['Texts', theme?.fonts.body],
    ['Corners', theme?.radius],
    ['Contrast kept', theme?.brandOverride],
    ...schemes.flatMap((scheme) =>
      tokenNames.map((token): [string, unknown] => [`${nameOf(token)}, ${scheme}`, theme?.[scheme][token]]),
    ),
  ];
  const old = parts(before);
  return parts(after)
    .map(([name, value], at) => ({ name, before: said(old[at]?.[1]), after: said(value) }))
    .filter((one) => one.before !== one.after);
}

/** Which uses of a colour look different, in light and in dark. */
export function tokensThatDiffer(before: Theme, after: Theme): Compared[] {
  return schemes.flatMap((scheme) =>
    tokenNames
      .map((token) => ({
        name: `${nameOf(token)}, ${scheme}`,
        before: before.tokens[scheme][token] ?? null,
        after: after.tokens[scheme][token] ?? null,
      }))
      .filter((one) => one.before !== one.after),
  );
}
