import type { AnsiSpan } from './ansi';

export type MarkedSpan = AnsiSpan & { isHit: boolean };

/** Splits styled spans at the matches of `query`, which may cross span borders. */
export function markHits(spans: readonly AnsiSpan[], query: string): MarkedSpan[] {
  const text = spans.map((span) => span.text).join('');
  const hits = occurrences(text.toLowerCase(), query.toLowerCase());
  if (hits.length === 0) return spans.map((span) => ({ ...span, isHit: false }));
  const marked: MarkedSpan[] = [];
  let offset = 0;
  for (const span of spans) {
    const end = offset + span.text.length;
    const cuts = [offset, ...hits.flat().filter((at) => at > offset && at < end), end];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const from = cuts[i] ?? 0;
      const to = cuts[i + 1] ?? 0;
      const isHit = hits.some(([start, stop]) => start <= from && to <= stop);
      if (to > from) marked.push({ ...span, text: text.slice(from, to), isHit });
    }
    offset = end;
  }
  return marked;
}

function occurrences(text: string, wanted: string): [number, number][] {
  const hits: [number, number][] = [];
  if (!wanted) return hits;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    hits.push([at, at + wanted.length]);
  return hits;
}
