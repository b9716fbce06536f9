import { expect, it } from 'vitest';
import { safeNext } from './next-path';

it.each([
  ['/tenants?status=active#list', '/tenants?status=active#list'],
  ['/deployments/0190', '/deployments/0190'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/tenants\\..\\evil', '/'],
  ['/\t/evil.example', '/'],
  ['/\n/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['tenants', '/'],
  ['/..//evil.example', '/'],
  ['/login?next=/login', '/'],
  ['', '/'],
  [undefined, '/'],
  [42, '/'],
])('after signing in, %j leads to %s', (next, expected) => {
  expect(safeNext(next)).toBe(expected);
});
