import { describe, expect, it } from 'vitest';
import { aTenant } from '@/test/fixtures';
import {
  domainProblem,
  labelsProblem,
  parseLabels,
  slotLooks,
  slugProblem,
  suggestDomain,
  suggestSlug,
} from './model';

describe('the slug derived from a name', () => {
  it.each([
    ['Harbour Bakery', 'harbour-bakery'],
    ['Café Ångström & Søn', 'cafe-angstrom-and-son'],
    ['Straße 12', 'strasse-12'],
    ["Baker's Dozen", 'bakers-dozen'],
    ['24 Hours', 'hours'],
    ['  --  ', ''],
    ['日本', ''],
    ['Ridgeline Cycling Club and Repair Workshop', 'ridgeline-cycling-club-and-r'],
    ['Twenty seven characters on -', 'twenty-seven-characters-on'],
  ])('%j is %j', (name, slug) => {
    expect(suggestSlug(name)).toBe(slug);
    if (slug) expect(slugProblem(slug)).toBeUndefined();
  });
});

describe('a slug', () => {
  it.each(['abc', 'a1c', 'a-b-c', 'a'.repeat(28)])('may be %s', (slug) => {
    expect(slugProblem(slug)).toBeUndefined();
  });

  it.each(['ab', 'a'.repeat(29), '1ab', '-ab', 'ab-', 'a--b', 'Abc', 'a_b', 'ä-b', ''])(
    'may not be %j',
    (slug) => {
      expect(slugProblem(slug)).toBeDefined();
    },
  );
});

describe('the slots of a tenant', () => {
  it('are drawn as they are', () => {
    expect(slotLooks(aTenant())).toEqual(['live', 'empty']);
    expect(slotLooks(aTenant({ status: 'deploying' }))).toEqual(['live', 'preparing']);
    expect(slotLooks(aTenant({ status: 'stopped' }))).toEqual(['stopped', 'empty']);
    const slots = {
      live: 'b',
      a: { release: 'r1', status: 'stopped' as const },
      b: { release: 'r2', status: 'running' as const },
    };
    expect(slotLooks(aTenant({ slots }))).toEqual(['standby', 'live']);
  });

  it('of a stopped tenant stay where they are, and those of a draft are empty', () => {
    expect(slotLooks(aTenant({ status: 'stopped' }))).toEqual(['stopped', 'empty']);
    const { a, b } = aTenant().slots;
    expect(slotLooks({ status: 'active', slots: { live: 'b', a, b } })).toEqual(['standby', 'live']);
    const empty = { release: null, status: 'empty' as const };
    expect(slotLooks({ status: 'draft', slots: { live: null, a: empty, b: empty } })).toEqual([
      'empty',
      'empty',
    ]);
  });
});

describe('a domain', () => {
  it('is a host name only', () => {
    expect(domainProblem('shop.example.com')).toBeUndefined();
    expect(domainProblem('bücher.example')).toBeUndefined();
    for (const wrong of ['', 'localhost', 'https://a.b', 'a.b/c', 'a b.c', 'a.b:8080'])
      expect(domainProblem(wrong), wrong).toBeDefined();
  });

  it('has a default on a laptop only', () => {
    expect(suggestDomain('acme', 'localhost')).toBe('acme.localhost');
    expect(suggestDomain('acme', 'manager.example.com')).toBe('');
    expect(suggestDomain('', 'localhost')).toBe('');
  });
});

describe('labels', () => {
  it('are typed with commas or spaces, and kept once each', () => {
    expect(parseLabels(' Pilot, region:eu  pilot,')).toEqual(['pilot', 'region:eu']);
  });

  it('follow the rule of the API', () => {
    expect(labelsProblem(['pilot', 'region:eu', 'a.b_c-d', 'x'.repeat(40)])).toBeUndefined();
    for (const wrong of ['-a', 'a-', 'ü', 'a/b', 'x'.repeat(41)])
      expect(labelsProblem(['fine', wrong])).toContain(wrong);
    expect(labelsProblem(Array.from({ length: 21 }, (_, index) => `l${index}`))).toBe('At most 20 labels.');
  });
});
