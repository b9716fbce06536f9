import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { fixedLayout, scrolling, WrappedLayout, windowOf } from './layout';
import type { LogSnapshot } from './log-buffer';
import type { ShownRows } from './shown-rows';
import { useFollow } from './use-follow';
import type { LogPrefs } from './use-log-prefs';
import { useViewport } from './use-viewport';

/** Horizontal padding of a row in pixels, and its column of levels in characters. */
export const rowPadding = 24;
const markColumns = 2;
const timeColumns = 10;
/** Padding above and below the rows together. Pixels. */
const endPadding = 16;
/** Minimum width for line numbers, in pixels. */
const roomForNumbers = 560;

/** The part of a log that is seen: where rows lie, which of them are drawn, and how the view moves. */
export function useLogPane(log: LogSnapshot, rows: ShownRows, prefs: LogPrefs) {
  const viewport = useRef<HTMLElement>(null);
  const ruler = useRef<HTMLSpanElement>(null);
  const size = useViewport(viewport, ruler);

  const numberColumns = size.width >= roomForNumbers ? Math.max(3, String(log.lastSeq).length) + 2 : 0;
  const gutter = numberColumns + markColumns + (prefs.hasTimes ? timeColumns : 0);
  const columns = Math.max(10, Math.floor((size.width - rowPadding) / size.character) - gutter);
  const [wrapped] = useState(() => new WrappedLayout());
  // biome-ignore lint/correctness/useExhaustiveDependencies: while these are the same, rows are only appended
  const appended = useMemo(() => ({}), [rows.identity, rows.offset]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `appended` stands for the rows
  const layout = useMemo(
    () =>
      prefs.isWrapped
        ? wrapped.of(appended, rows.count, (index) => rows.rowAt(index)?.columns ?? 0, columns)
        : fixedLayout(rows.count),
    [appended, rows.count, prefs.isWrapped, columns],
  );

  const { height, toContent, toScroll } = scrolling(layout.top(layout.count), size.height - endPadding);
  const end = Math.max(0, height + endPadding - size.height);
  const { isFollowing, scrollTop, onScroll, follow, leaveTo } = useFollow(viewport, end);
  const top = toContent(scrollTop);
  const drawn = windowOf(layout, top, size.height);

  /** Goes to the row with this number. */
  function show(number: number) {
    leaveTo(toScroll(Math.max(0, layout.top(rows.indexOf(number)) - size.height / 3)));
  }

  // A reader keeps the place when rows come or go before it.
  const place = useRef({ first: log.first, number: 0, offset: 0 });
  useLayoutEffect(() => {
    const before = place.current;
    if (log.first !== before.first && !isFollowing)
      leaveTo(toScroll(layout.top(Math.max(0, rows.indexOf(before.number))) + before.offset));
    else {
      const index = layout.indexAt(top);
      place.current = { first: log.first, number: rows.numberOf(index), offset: top - layout.top(index) };
    }
    place.current.first = log.first;
  });

  return {
    viewport,
    ruler,
    isMeasured: size.height > 0,
    numberColumns,
    gutter,
    height,
    drawn,
    /** Where the first row that is drawn lies. */
    drawnAt: scrollTop + (layout.top(drawn.start) - top),
    /** The index of the first row in view. */
    topIndex: () => layout.indexAt(top),
    isFollowing,
    onScroll,
    follow,
    show,
  };
}
