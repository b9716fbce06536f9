import { describe, expect, it } from 'vitest';
import { contrast, parseAnsi, plainText, readableOn } from './ansi';

const esc = '\u001b';

describe('ANSI text', () => {
  it('maps the sixteen colours to classes, so that tokens define them', () => {
    expect(parseAnsi(`${esc}[32mok${esc}[0m done`)).toEqual([
      { text: 'ok', className: 'ansi-2' },
      { text: ' done', className: '' },
    ]);
    expect(parseAnsi(`${esc}[91mbad`)).toEqual([{ text: 'bad', className: 'ansi-9' }]);
  });

  it('reads 256 colours and true colours', () => {
    expect(parseAnsi(`${esc}[38;5;208mx`)[0]?.color).toBe('rgb(255 135 0)');
    expect(parseAnsi(`${esc}[38;2;200;180;160mx`)[0]?.color).toBe('rgb(200 180 160)');
    expect(parseAnsi(`${esc}[38;5;250mx`)[0]?.color).toBe('rgb(188 188 188)');
    expect(parseAnsi(`${esc}[38;5;2mx`)).toEqual([{ text: 'x', className: 'ansi-2' }]);
  });

  it('keeps attributes until they are switched off', () => {
    const spans = parseAnsi(`${esc}[1;4mboth${esc}[22mline${esc}[mnone`);
    expect(spans.map(({ text, className }) => [text, className])).toEqual([
      ['both', 'ansi-bold ansi-underline'],
      ['line', 'ansi-underline'],
      ['none', ''],
    ]);
  });

  it('swaps foreground and background when inverted', () => {
    const [span] = parseAnsi(`${esc}[7;31mx`);
    expect(span?.background).toBe('rgb(158 50 45)');
  });

  it('makes a colour readable that is too dark', () => {
    const [span] = parseAnsi(`${esc}[38;2;0;0;40mx`);
    expect(span?.color).not.toBe('rgb(0 0 40)');
    expect(contrast([10, 25, 30], readableOn([10, 25, 30], [0, 0, 40]))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['a window title', `${esc}]0;owned\u0007text`, 'text'],
    ['a hyperlink', `${esc}]8;;https://evil.example${esc}\\text${esc}]8;;${esc}\\`, 'text'],
    ['an unfinished string', `text${esc}]0;never ends`, 'text'],
    ['a cursor move', `${esc}[2Jte${esc}[10;10Hxt`, 'text'],
    ['a private mode', `${esc}[?25ltext`, 'text'],
    ['a device string', `${esc}P1$r0m${esc}\\text`, 'text'],
    ['a character set', `${esc}(Btext`, 'text'],
    ['a lone escape', `text${esc}`, 'text'],
    ['a direction override', 'te\u202ext', 'text'],
    ['a bell and a null', 'te\u0007\u0000xt', 'text'],
    ['a line painted over', 'downloading 10 %\rtext', 'text'],
    ['a carriage return at the end', 'text\r', 'text'],
    ['a colour with a wrong number', `${esc}[38;5;999mtext`, 'text'],
  ])('removes %s', (_, raw, expected) => {
    expect(plainText(raw)).toBe(expected);
    expect(
      parseAnsi(raw)
        .map(({ text }) => text)
        .join(''),
    ).toBe(expected);
  });

  it('keeps markup as text', () => {
    expect(parseAnsi('<img src=x onerror=alert(1)>')).toEqual([
      { text: '<img src=x onerror=alert(1)>', className: '' },
    ]);
  });
});
