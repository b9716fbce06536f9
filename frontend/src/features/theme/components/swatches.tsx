import type { Theme } from '../model';

/** The brand of a theme at a glance: primary, secondary and accent in light. */
export function Swatches({ theme }: { theme: Pick<Theme, 'tokens'> }) {
  const { primary, secondary, accent, background } = theme.tokens.light;
  return (
    <span aria-hidden className="flex overflow-hidden rounded-sm border border-line">
      {[primary, secondary, accent, background].map((colour, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: places, of which two may have one colour
          key={at}
          title={colour}
          className="size-4 forced-color-adjust-none"
          style={{ background: colour }}
        />
      ))}
    </span>
  );
}
