import { expect, it, vi } from 'vitest';
import { arrange, HttpResponse, http } from '@/test/server';
import type { ServiceLine } from './model';
import { errorLog } from './ways';

const line = (level: ServiceLine['level'], text: string): ServiceLine => ({
  service: 'backend',
  slot: 'a',
  level,
  text,
});

it('the errors of a tenant are those that are kept, then each warning and error that a service prints', async () => {
  const asked: string[] = [];
  arrange(
    http.get('*/api/tenants/demo/logs', () => {
      asked.push('place');
      return HttpResponse.json({ items: [line('error', 'in both')], cursor: 'a:1', cut: false });
    }),
    http.get('*/api/tenants/demo/errors', () => {
      asked.push('kept');
      return HttpResponse.json({ lines: [line('error', 'in both')], requests: [] });
    }),
  );
  const onPrinted = vi.fn();
  const ways = errorLog('demo', onPrinted);
  const { lines, position } = await ways.begin();
  expect(asked).toEqual(['place', 'kept']);
  expect(position).toBe('a:1');
  expect(lines).toMatchObject([{ seq: 1, level: 'error' }]);

  const printed = (one: ServiceLine, lastEventId: string) =>
    ways.read(new MessageEvent('line', { data: JSON.stringify(one), lastEventId }));
  expect(printed(line('info', 'GET /'), 'a:2')).toEqual({ lines: [], position: 'a:2' });
  expect(printed(line('warn', 'slow'), 'a:3')).toMatchObject({
    lines: [{ seq: 2, level: 'warn' }],
    position: 'a:3',
  });
  expect(onPrinted).toHaveBeenCalledTimes(2);
});
