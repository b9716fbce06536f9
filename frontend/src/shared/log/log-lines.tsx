import { useRef } from 'react';
import { lineAddress } from './line-address';
import { type LineName, nameOf } from './log-buffer';
import { LogRowView } from './log-row-view';
import type { ShownRows } from './shown-rows';
import type { LogPrefs } from './use-log-prefs';

type LogLinesProps = {
  rows: ShownRows;
  /** Which rows are drawn, by index; `end` is exclusive. */
  drawn: { start: number; end: number };
  prefs: LogPrefs;
  numberColumns: number;
  query: string;
  /** The number of the row of the current match. */
  hitRow: number | undefined;
  /** The line that the address names. */
  named: LineName | undefined;
  /** Numbers of lines become links. */
  onName?(line: LineName): void;
};

/** The rows in view. */
export function LogLines(props: LogLinesProps) {
  const { rows, drawn, hitRow, named, onName } = props;
  const base = useKeyBase(rows.offset + drawn.start, rows.offset + drawn.end);
  const address = onName ? lineAddress() : undefined;
  return Array.from({ length: drawn.end - drawn.start }, (_, offset) => {
    const index = drawn.start + offset;
    const row = rows.rowAt(index);
    if (!row) return null;
    return (
      <LogRowView
        key={rows.offset + index - base}
        row={row}
        prefs={props.prefs}
        numberColumns={props.numberColumns}
        query={props.query}
        isCurrentHit={hitRow !== undefined && rows.numberOf(index) === hitRow}
        isNamed={named !== undefined && row.kind === 'line' && nameOf(row.line) === named}
        address={address}
        onName={onName}
      />
    );
  });
}

/**
 * What is subtracted from the places of rows to make their keys. A row keeps its key, so that a selection stays on its
 * text; but where all rows are others and nothing is selected, their elements are used again.
 */
function useKeyBase(start: number, end: number): number {
  const last = useRef({ start, end, base: 0 });
  const before = last.current;
  const areOthers = start >= before.end || end <= before.start;
  const isSelected = areOthers && document.getSelection()?.isCollapsed === false;
  const base = before.base + (areOthers && !isSelected ? start - before.start : 0);
  last.current = { start, end, base };
  return base;
}
