import { expect, it } from 'vitest';
import { decisionsThatDiffer, tokensThatDiffer } from './compare';
import { draftOf, type Theme } from './model';

const theme = (primary: string, more: Partial<Theme> = {}): Theme => ({
  ...draftOf({ palette: { primary } }),
  scales: {},
  tokens: { light: { primary, ring: primary }, dark: { primary } },
  ...more,
});

it('two versions are compared by what was decided, and by what looks different', () => {
  const before = theme('#0f766e', { light: { card: '#fafafa' } });
  const after = theme('#b91c1c', { radius: 'full' });
  expect(decisionsThatDiffer(before, after)).toEqual([
    { name: 'Primary', before: '#0f766e', after: '#b91c1c' },
    { name: 'Corners', before: 'medium', after: 'full' },
    { name: 'Card, light', before: '#fafafa', after: null },
  ]);
  expect(tokensThatDiffer(before, after).map(({ name }) => name)).toEqual([
    'Ring, light',
    'Primary, light',
    'Primary, dark',
  ]);
});

it('the application’s own look has decided nothing', () => {
  const names = decisionsThatDiffer(theme('#0f766e'), null).map(({ name, after }) => [name, after]);
  expect(names).toEqual([
    ['Primary', null],
    ['Greys', null],
    ['Corners', null],
  ]);
});
