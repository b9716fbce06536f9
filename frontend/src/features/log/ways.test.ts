import { expect, it, vi } from 'vitest';
import { arrange, HttpResponse, http, refusal } from '@/test/server';
import type { ServiceLine } from './model';
import { errorLog, serviceLog } from './ways';

const line = (level: ServiceLine['level'], text: string): ServiceLine => ({
  service: 'backend',
  slot: 'a',
  level,
  text,
  place: `a:backend=${text}`,
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

/** The log of a service with a hundred lines, whose first ten were cut since. */
function arrangeLog() {
  const all = Array.from({ length: 100 }, (_, number) => line('info', String(number)));
  arrange(
    http.get('*/api/tenants/demo/logs', ({ request }) => {
      const query = new URL(request.url).searchParams;
      const asked = query.get('line');
      const half = Number(query.get('limit')) / 2;
      const at = all.findIndex(({ place }) => place === asked);
      if (asked && at < 10)
        return refusal({ code: 'log.line-gone', title: 'The line is no longer kept', status: 404 });
      const items = asked ? all.slice(Math.max(10, at - half), at + half) : all.slice(-20);
      return HttpResponse.json({ items, cursor: 'a:backend=end', cut: false });
    }),
  );
}

const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

it('a link to a line of a service begins with it between those beside it, and older lines have lower numbers', async () => {
  arrangeLog();
  const onGone = vi.fn();
  const ways = serviceLog('demo', { service: 'backend' }, 'a:backend=60', onGone);
  const { lines, older } = await ways.begin();
  expect(texts(lines)).toContain('60');
  expect(lines[0]).toMatchObject({ seq: 1, text: '10', place: 'a:backend=10' });
  expect(older).toBe('a:backend=10');
  expect(await ways.before?.('a:backend=10')).toEqual({ lines: [], older: null });
  expect(onGone).not.toHaveBeenCalled();

  const newest = serviceLog('demo', { service: 'backend' });
  expect((await newest.begin()).older).toBe('a:backend=80');
  const before = await newest.before?.('a:backend=80');
  expect(texts(before?.lines ?? [])).toEqual(Array.from({ length: 70 }, (_, i) => String(i + 10)));
  expect(before?.lines.at(-1)?.seq).toBe(0);
});

it('a link to a line that was cut says so and begins with the newest', async () => {
  arrangeLog();
  const onGone = vi.fn();
  const { lines } = await serviceLog('demo', { service: 'backend' }, 'a:backend=3', onGone).begin();
  expect(onGone).toHaveBeenCalledOnce();
  expect(texts(lines).at(-1)).toBe('99');
});
