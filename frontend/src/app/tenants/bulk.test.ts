import { delay } from 'msw';
import { expect, it } from 'vitest';
import type { TenantSummary } from '@/features/tenant/model';
import { aTenant } from '@/test/fixtures';
import { arrange, HttpResponse, http, refusal } from '@/test/server';
import { bulkAtOnce, newRows, runBulk, tally } from './bulk';

const tenants = (count: number): TenantSummary[] =>
  Array.from({ length: count }, (_, index) => aTenant({ id: `id-${index}`, slug: `site-${index}` }));

it('an action for many has a result for each, and a refusal stops no other', async () => {
  arrange(
    http.post('*/api/tenants/site-2/restart', () =>
      refusal({ title: 'A run is in progress', status: 409, detail: 'Deployment 7 runs.' }),
    ),
    http.post('*/api/tenants/:id/restart', ({ params }) =>
      HttpResponse.json({ deploymentId: `run-of-${params.id}` }, { status: 202 }),
    ),
  );
  const rows = newRows('restart', [...tenants(5), aTenant({ id: 'x', slug: 'draft', status: 'draft' })]);
  await runBulk(
    'restart',
    rows,
    () => {},
    () => false,
  );
  expect(tally(rows)).toEqual({ waiting: 0, asking: 0, accepted: 4, refused: 1, skipped: 1 });
  expect(rows[0]?.result).toEqual({ kind: 'accepted', deployment: 'run-of-site-0' });
  expect(rows[2]?.result).toEqual({ kind: 'refused', why: 'Deployment 7 runs.' });
  expect(rows[5]?.result).toEqual({ kind: 'skipped', why: 'Does not run' });
});

it('an action for many asks for a few at a time, and no further ones once it is stopped', async () => {
  let atOnce = 0;
  let most = 0;
  let asked = 0;
  arrange(
    http.post('*/api/tenants/:id/stop', async () => {
      asked++;
      most = Math.max(most, ++atOnce);
      await delay(5);
      atOnce--;
      return HttpResponse.json({ deploymentId: 'run' }, { status: 202 });
    }),
  );
  const rows = newRows('stop', tenants(40));
  await runBulk(
    'stop',
    rows,
    () => {},
    () => asked >= 12,
  );
  expect(most).toBeLessThanOrEqual(bulkAtOnce);
  expect(asked).toBeLessThan(12 + bulkAtOnce);
  expect(tally(rows).waiting).toBe(40 - asked);
});

it('a request whose answer was lost is repeated with the same key', async () => {
  const keys: (string | null)[] = [];
  arrange(
    http.post('*/api/tenants/:id/start', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return keys.length === 1
        ? HttpResponse.error()
        : HttpResponse.json({ deploymentId: 'run' }, { status: 202 });
    }),
  );
  const rows = newRows('start', [aTenant({ status: 'stopped' })]);
  await runBulk(
    'start',
    rows,
    () => {},
    () => false,
  );
  expect(tally(rows).accepted).toBe(1);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});
