import { type Contrast, type Draft, nameOf, withToken } from './model';

/** Pairs that lack contrast, the worst first: the one that is furthest below what it needs. */
export function failing(pairs: readonly Contrast[]): Contrast[] {
  return pairs
    .filter(({ passes }) => !passes)
    .sort((a, b) => a.ratio / a.required - b.ratio / b.required || keyOf(a).localeCompare(keyOf(b)));
}

export const keyOf = ({ scheme, front, ground }: Contrast) => `${scheme} ${front} ${ground}`;

/** A pair in words: "Muted foreground on background". */
export function pairName({ front, ground }: Contrast): string {
  return `${nameOf(front)} on ${nameOf(ground).toLowerCase()}`;
}

/** The draft with the nearest colour that can be read. */
export function repaired(draft: Draft, { scheme, repair }: Contrast): Draft {
  return repair ? withToken(draft, scheme, repair.token, repair.to) : draft;
}

/** What all pairs together say, in one line. */
export function verdict(pairs: readonly Contrast[]): string {
  const bad = failing(pairs).length;
  return bad === 0
    ? `All ${pairs.length} pairs have enough contrast`
    : `${bad} of ${pairs.length} pairs lack contrast`;
}
