import { expect, it } from 'vitest';
import { placeOf } from './model';

it('finds file and line in a refusal', () => {
  expect(placeOf([{ field: 'hosts.map:12' }])).toEqual({ file: 'hosts.map', line: 12 });
  expect(placeOf([{ field: 'server' }])).toBeUndefined();
});
