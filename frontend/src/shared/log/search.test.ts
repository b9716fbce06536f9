import { describe, expect, it } from 'vitest';
import { parseAnsi } from './ansi';
import { markHits } from './search';

describe('marking matches', () => {
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
