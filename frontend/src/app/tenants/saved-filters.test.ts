import { expect, it } from 'vitest';
import { readFilters, removeFilter, saveFilter } from './saved-filters';

it('saved filters belong to one user of the device', () => {
  saveFilter('olive', { name: 'Pilots down', search: { label: 'pilot', status: 'failed' } });
  expect(readFilters('olive')).toEqual([
    { name: 'Pilots down', search: { label: 'pilot', status: 'failed' } },
  ]);
  expect(readFilters('admin')).toEqual([]);
});

it('a filter of the same name is replaced, and a removed one is gone', () => {
  saveFilter('olive', { name: 'Mine', search: { status: 'failed' } });
  saveFilter('olive', { name: 'Mine', search: { status: 'active' } });
  expect(readFilters('olive')).toEqual([{ name: 'Mine', search: { status: 'active' } }]);
  expect(removeFilter('olive', 'Mine')).toEqual([]);
});

it('what cannot be read is no filter', () => {
  localStorage.setItem('tenantmgr.filters.olive', '[{"name":1},{"name":"x","search":{"a":1}},7');
  expect(readFilters('olive')).toEqual([]);
  localStorage.setItem(
    'tenantmgr.filters.olive',
    '[{"name":1},{"name":"x","search":{"a":1}},{"name":"y","search":{}}]',
  );
  expect(readFilters('olive')).toEqual([{ name: 'y', search: {} }]);
});
