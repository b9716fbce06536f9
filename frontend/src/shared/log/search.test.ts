import { describe, expect, it } from 'vitest';
import { aLine } from '@/test/fixtures';
import { parseAnsi } from './ansi';
import { LogBuffer } from './log-buffer';
import { findRows, markHits } from './search';

describe('searching a log', () => {
  it('ignores case and colours', () => {
    const log = new LogBuffer(100, (notify) => notify());
    log.accept([aLine(1, 'All good'), aLine(2, '\u001b[31mERR\u001b[0mor here'), aLine(3, 'no error')]);
    const { rows } = log.getSnapshot();
    expect(findRows(rows, rows.length, 'error')).toEqual([1, 2]);
    expect(findRows(rows, 2, 'error')).toEqual([1]);
    expect(findRows(rows, rows.length, '')).toEqual([]);
  });

  it('marks a match that crosses a colour change', () => {
    const marked = markHits(parseAnsi('\u001b[31mERR\u001b[0mor, error'), 'error');
    expect(marked.map(({ text, isHit }) => [text, isHit])).toEqual([
      ['ERR', true],
      ['or', true],
      [', ', false],
      ['error', true],
    ]);
  });

  it('treats special characters literally', () => {
    const marked = markHits([{ text: 'a.b (c)', className: '' }], '(c');
    expect(marked.filter(({ isHit }) => isHit)).toHaveLength(1);
  });
});
