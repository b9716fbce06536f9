import { describe, expect, it } from 'vitest';
import { type Analysis, boxesOf, focusOf, lackingIn, rolesOf, type Swatch, shareText } from './analysis';
import type { Contrast } from './model';

const box = (yPx: number) => ({ xPx: 0, yPx, widthPx: 10, heightPx: 10 });
const use = (id: string, ...boxes: ReturnType<typeof box>[]) => ({
  id,
  kind: id.split('.')[1] ?? '',
  count: 2,
  share: 0.031,
  boxes,
  selector: 'a.button',
  properties: ['--brand'],
});
const swatch = (id: string, declared: string[], ...uses: ReturnType<typeof use>[]): Swatch => ({
  id,
  hex: '#1d4ed8',
  name: 'vivid blue',
  members: ['#1d4ed8'],
  uses,
  declared,
  inLogo: false,
  primaryProbability: 0.8,
});
const swatches = [
  swatch('c0', ['theme-color'], use('c0.button', box(10), box(40)), use('c0.link', box(90))),
  swatch('c1', [], use('c1.text', box(5))),
];

describe('the evidence of an analysis', () => {
  it('is found by the id that a reason cites', () => {
    expect(focusOf('c0.link', swatches)).toEqual({ swatch: 'c0', use: 'c0.link' });
    expect(focusOf('c1', swatches)).toEqual({ swatch: 'c1' });
    expect(focusOf('theme-color', swatches)).toEqual({ swatch: 'c0' });
    expect(focusOf('c9.button', swatches)).toBeUndefined();
  });

  it('is where a swatch, or one of its uses, is painted', () => {
    expect(boxesOf({ swatch: 'c0' }, swatches).map(({ yPx }) => yPx)).toEqual([10, 40, 90]);
    expect(boxesOf({ swatch: 'c0', use: 'c0.link' }, swatches)).toEqual([box(90)]);
    expect(boxesOf(undefined, swatches)).toEqual([]);
  });

  it('is measured in shares of the first screen, which a long page exceeds', () => {
    expect(shareText(0.0312)).toBe('3.1 % of the first screen');
    expect(shareText(1.4)).toBe('140 % of the first screen');
  });

  it('says who chose a colour only if two were asked', () => {
    const choice = (source: 'local' | 'claude', role: 'primary' | 'accent', swatchId: string) =>
      ({ source, role, swatchId, confidence: 1, evidence: [], reason: '' }) as Analysis['choices'][number];
    const local = { choices: [choice('local', 'primary', 'c0')] } as unknown as Analysis;
    expect(rolesOf(local, 'c0')).toEqual(['primary']);
    const both = {
      choices: [...local.choices, choice('claude', 'primary', 'c0'), choice('claude', 'accent', 'c1')],
    } as unknown as Analysis;
    expect(rolesOf(both, 'c0')).toEqual(['primary, by both']);
    expect(rolesOf(both, 'c1')).toEqual(['accent, by Claude']);
  });
});

describe('a suggestion', () => {
  it('counts the pairs that lack contrast', () => {
    const pair = (passes: boolean) => ({ passes }) as Contrast;
    expect(lackingIn([pair(true), pair(false), pair(false)])).toBe(2);
    expect(lackingIn([])).toBe(0);
  });
});
