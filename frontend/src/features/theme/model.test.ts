import { describe, expect, it } from 'vitest';
import { failing, pairName, repaired, verdict } from './contrast';
import {
  type Contrast,
  changeOf,
  countDifferences,
  draftOf,
  firstDraft,
  hexOf,
  nameOf,
  tokenNames,
  variableOf,
  withToken,
} from './model';

describe('a colour that is typed', () => {
  it.each([
    ['#1D4ED8', '#1d4ed8'],
    [' 1d4ed8 ', '#1d4ed8'],
    ['#f0a', '#ff00aa'],
  ])('%s is %s', (text, colour) => expect(hexOf(text)).toBe(colour));

  it.each(['', '#12345', 'red', '#1d4ed8ff', '#ggg'])('"%s" is none', (text) =>
    expect(hexOf(text)).toBeUndefined(),
  );

  it('is not taken for three digits while six may follow', () => {
    expect(hexOf('#1d4', false)).toBeUndefined();
  });
});

describe('a draft', () => {
  it('says everything that the manager would add by itself', () => {
    expect(draftOf({ palette: { primary: '#7c3aed' } })).toMatchObject({
      palette: { primary: '#7c3aed', secondary: null, neutral: 'tinted' },
      fonts: { heading: null, body: null },
      radius: 'medium',
      light: {},
      brandOverride: false,
    });
  });

  it('counts each decision that differs', () => {
    const other = withToken(
      { ...firstDraft, radius: 'full', palette: { ...firstDraft.palette, accent: '#ff0000' } },
      'dark',
      'card',
      '#101820',
    );
    expect(countDifferences(firstDraft, other)).toBe(3);
    expect(countDifferences(firstDraft, firstDraft)).toBe(0);
    expect(countDifferences(undefined, firstDraft)).toBeGreaterThan(0);
  });

  it('is not changed by a space after the name of a font', () => {
    const spaced = { ...firstDraft, fonts: { heading: 'Inter ', body: ' ' } };
    expect(changeOf(spaced).fonts).toEqual({ heading: 'Inter', body: null });
    expect(countDifferences({ ...firstDraft, fonts: { heading: 'Inter', body: null } }, spaced)).toBe(0);
  });

  it('lets go of a single colour', () => {
    const chosen = withToken(firstDraft, 'light', 'card', '#ffffff');
    expect(withToken(chosen, 'light', 'card', null)).toEqual(firstDraft);
  });
});

describe('the names of tokens', () => {
  it('are those of the 36 uses, for people and for CSS', () => {
    expect(new Set(tokenNames).size).toBe(36);
    expect(nameOf('mutedForeground')).toBe('Muted foreground');
    expect(variableOf('primaryForeground')).toBe('--color-primary-foreground');
  });
});

describe('the contrast', () => {
  const pair = (values: Partial<Contrast>): Contrast => ({
    scheme: 'light',
    front: 'mutedForeground',
    ground: 'background',
    ratio: 5,
    required: 4.5,
    passes: true,
    apca: 60,
    repair: null,
    ...values,
  });
  const edge = pair({ front: 'input', ratio: 2.9, required: 3, passes: false });
  const text = pair({
    ratio: 3,
    passes: false,
    repair: { token: 'mutedForeground', from: '#999999', to: '#6b6b6b', difference: 12 },
  });

  it('names what lacks it, the furthest from its need first', () => {
    expect(failing([pair({}), edge, text])).toEqual([text, edge]);
    expect(pairName(text)).toBe('Muted foreground on background');
    expect(verdict([pair({}), edge, text])).toBe('2 of 3 pairs lack contrast');
    expect(verdict([pair({})])).toBe('All 1 pairs have enough contrast');
  });

  it('is repaired by the one colour that the manager names', () => {
    expect(repaired(firstDraft, text).light).toEqual({ mutedForeground: '#6b6b6b' });
    expect(repaired(firstDraft, edge)).toBe(firstDraft);
  });
});
