/** The logs of the mock: the manager's with its requests, and what services print. */
import { gzipSync } from 'node:zlib';

const loggers = ['server.LeaseKeeper', 'run.RunWorker', 'nginx.NginxSites', 'certificate.Renewals'];
const sentences = [
  'Server main: lease acquired, epoch 7',
  'Resuming 1 job(s) that were running when the last manager stopped',
  'Generation 19 is live: 4 tenants',
  'The certificate of bakery.example.com is valid for another 86 days',
];
const levels = ['info', 'warn', 'error'];

/**
 * @param {object} mock what the mock has: `tenants()`, `find(list, id, what)`, `ago(minutes)`, `Refusal`
 */
export function logRoutes({ tenants, find, ago, Refusal }) {
  /** Oldest first. */
  let entries = [];
  let lastSeq = 0;
  const followers = new Set();
  /** By tenant: what its services printed, and who follows. */
  const printed = new Map();
  const readers = new Set();
  let flood;

  function add(values) {
    lastSeq += 3;
    const entry = {
      seq: lastSeq,
      at: new Date().toISOString(),
      level: 'info',
      source: 'manager',
      server: 1,
      logger: null,
      tenantId: null,
      runId: null,
      requestId: null,
      actor: null,
      method: null,
      path: null,
      status: null,
      durationMs: null,
      text: '',
      ...values,
    };
    entries.push(entry);
    for (const { response, filter } of followers)
      if (filter(entry)) response.write(`event: entry\nid: ${entry.seq}\ndata: ${JSON.stringify(entry)}\n\n`);
  }

  function request(method, path, status, durationMs, actor, at) {
    const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info';
    const text = `${method} ${path} ${status} ${durationMs} ms`;
    const requestId = Math.abs(Math.sin(lastSeq + 1))
      .toString(16)
      .slice(2, 14);
    add({ at, level, source: 'request', method, path, status, durationMs, actor, text, requestId });
  }

  function seed() {
    entries = [];
    lastSeq = 0;
    const of = (slug) => tenants().find((tenant) => tenant.slug === slug)?.id ?? null;
    for (let i = 0; i < 600; i++) {
      const at = ago(3000 - i * 5);
      if (i % 3 === 0)
        add({
          at,
          logger: `ai.nominate.tenantmgr.${loggers[i % 4]}`,
          text: sentences[i % 4],
          tenantId: i % 12 === 3 ? of('harbour-bakery') : null,
        });
      else request('GET', i % 2 ? '/api/tenants' : '/api/tenants/demo', 200, (i % 17) + 1, 'admin', at);
      if (i % 50 === 7) request('POST', '/api/tenants/harbour-bakery/deploy', 409, 12, 'olive', at);
      if (i === 590)
        add({
          at,
          level: 'error',
          logger: 'ai.nominate.tenantmgr.web.ProblemMapper',
          text: 'Unexpected failure 0197b0a4-7c11\njava.lang.IllegalStateException: no row\n    at app.Rows.one(Rows.java:41)\n    at app.Rows.get(Rows.java:12)',
        });
      if (i === 595)
        add({
          at,
          level: 'warn',
          logger: 'ai.nominate.tenantmgr.host.DiskWatch',
          text: '=The disk of /var/lib/tenantmgr is 91 % full',
        });
    }
    printed.clear();
  }

  function reset() {
    clearInterval(flood);
    seed();
  }

  function filterOf(query) {
    const least = levels.indexOf(query.get('level') ?? 'info');
    const search = query.get('search')?.toLowerCase();
    const tenant = query.get('tenant');
    const id = tenant ? find(tenants(), tenant, 'tenant').id : undefined;
    return (entry) =>
      levels.indexOf(entry.level) >= least &&
      (!query.get('source') || entry.source === query.get('source')) &&
      (!id || entry.tenantId === id) &&
      (!query.get('from') || entry.at >= query.get('from')) &&
      (!query.get('to') || entry.at < query.get('to')) &&
      (!search ||
        `${entry.text} ${entry.logger} ${entry.actor} ${entry.requestId}`.toLowerCase().includes(search));
  }

  function follow(filter, after, { request: asked, response }) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('retry: 500\n: hello\n\n');
    for (const entry of entries)
      if (entry.seq > after && filter(entry))
        response.write(`event: entry\nid: ${entry.seq}\ndata: ${JSON.stringify(entry)}\n\n`);
    const follower = { response, filter };
    followers.add(follower);
    asked.on('close', () => followers.delete(follower));
    return response;
  }

  function page(filter, query) {
    const limit = Number(query.get('limit') ?? 200);
    const before = Number(query.get('beforeSeq') ?? Number.MAX_SAFE_INTEGER);
    const wanted = entries.filter(filter);
    if (query.has('afterSeq')) {
      const after = Number(query.get('afterSeq'));
      const items = wanted.filter(({ seq }) => seq > after).slice(0, limit);
      return { items, olderSeq: after + 1, newerSeq: items.length === limit ? items.at(-1).seq : lastSeq };
    }
    const all = wanted.filter(({ seq }) => seq < before);
    const items = all.slice(-limit);
    return {
      items,
      olderSeq: all.length > limit ? items[0].seq : null,
      newerSeq: query.has('beforeSeq') ? before - 1 : lastSeq,
    };
  }

  const csv = (value) => {
    const text = value === null ? '' : String(value);
    const safe = /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  function exported({ query, request: asked, response }) {
    const format = query.get('format') ?? 'ndjson';
    const wanted = entries.filter(filterOf(query));
    const text =
      format === 'csv'
        ? [
            Object.keys(entries[0]).join(','),
            ...wanted.map((entry) => Object.values(entry).map(csv).join(',')),
          ].join('\r\n')
        : wanted.map((entry) => JSON.stringify(entry)).join('\n');
    const isCompressed = (asked.headers['accept-encoding'] ?? '').includes('gzip');
    response.writeHead(200, {
      'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
      'Content-Disposition': `attachment; filename="tenantmgr-log.${format}"`,
      ...(isCompressed && { 'Content-Encoding': 'gzip' }),
    });
    response.end(isCompressed ? gzipSync(text) : text);
    return response;
  }

  const placeOf = (service, number) => `a:${service}=${Buffer.from(`1f.${number}`).toString('base64url')}`;

  /** A line and those beside it, of its service. */
  function around({ tenant, query }) {
    const asked = query.get('line');
    const all = lines(tenant);
    const of = all.filter(({ service }) => service === asked.slice(2, asked.indexOf('=')));
    const at = of.findIndex(({ place }) => place === asked);
    if (at < 0) throw new Refusal(404, 'log.line-gone', 'The line is no longer kept');
    const half = Number(query.get('limit') ?? 200) / 2;
    const items = of.slice(Math.max(0, at - half), at + half);
    const next = all.indexOf(items.at(-1)) + 1;
    return { items, cursor: `a:${query.get('service') ? of.indexOf(items.at(-1)) + 1 : next}`, cut: false };
  }

  /** What a tenant's services have printed: a start with a warning, and an exception in the backend. */
  function lines(tenant) {
    if (!printed.has(tenant.id)) {
      let count = 0;
      const line = (service, level, text) => ({
        service,
        slot: 'a',
        level,
        text,
        place: placeOf(service, count++),
      });
      printed.set(tenant.id, [
        line('backend', 'info', '\u001b[32m✓\u001b[0m listening on 127.0.0.1:20001'),
        line('backend', 'warn', '\u001b[33mWARN\u001b[0m the pool has 1 connection left'),
        line('backend', 'error', '\u001b[31mERROR\u001b[0m cannot send the newsletter'),
        line('backend', 'error', '    at app.Mail.send(Mail.java:88)'),
        line(
          'frontend',
          'info',
          'GET / 200 in 3 ms, a line that is long enough to be wrapped on a phone and says nothing',
        ),
        line('frontend', 'info', 'GET /about 200 in 2 ms'),
      ]);
    }
    return printed.get(tenant.id);
  }

  function chosen({ id, query, request: asked }) {
    const tenant = find(tenants(), id, 'tenant');
    const service = query.get('service');
    const of = lines(tenant).filter((line) => !service || line.service === service);
    const cursor = asked.headers['last-event-id'] ?? query.get('afterCursor');
    if (cursor && cursor !== 'begin' && !/^a:\d+$/.test(cursor))
      throw new Refusal(400, 'request.invalid', 'The request is invalid');
    const after = cursor && cursor !== 'begin' ? Number(cursor.slice(2)) : 0;
    return { tenant, service, of, after, cursor: `a:${of.length}` };
  }

  function serviceLogs(call) {
    const { tenant, service, of, after, cursor } = chosen(call);
    const accept = call.request.headers.accept ?? '';
    if (accept.includes('text/plain')) {
      call.response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      call.response.end(of.map((line) => `${line.service}  ${line.text}`).join('\n'));
      return call.response;
    }
    if (call.query.get('line')) return around({ ...call, tenant });
    if (!accept.includes('text/event-stream')) return { items: of.slice(after), cursor, cut: false };
    const { response } = call;
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('retry: 500\n: hello\n\n');
    let count = after;
    const tell = (line) => response.write(`event: line\nid: a:${++count}\ndata: ${JSON.stringify(line)}\n\n`);
    for (const line of of.slice(after)) tell(line);
    const reader = { tenant: tenant.id, service, tell };
    readers.add(reader);
    call.request.on('close', () => readers.delete(reader));
    return response;
  }

  /** A service prints a line. */
  function print(tenant, service, level, text) {
    const all = lines(tenant);
    const line = { service, slot: 'a', level, text, place: placeOf(service, all.length) };
    all.push(line);
    for (const reader of readers)
      if (reader.tenant === tenant.id && (!reader.service || reader.service === service)) reader.tell(line);
  }

  const failed = (minutes, status, path) => ({
    at: ago(minutes),
    method: 'GET',
    host: 'demo.localhost',
    path,
    status,
    durationMs: 2310,
    slot: 'a',
    service: 'backend',
    requestId: `${status}${minutes}`,
  });

  return {
    reset,
    add,
    print,
    /** Adds so many lines at once, and so many each second from now on. */
    flood(count, perSecond) {
      clearInterval(flood);
      for (let i = 0; i < count; i++)
        add({ logger: 'a.Flood', text: `line ${i} of a long log, with some words in it` });
      let sent = 0;
      const began = Date.now();
      if (perSecond > 0)
        flood = setInterval(() => {
          const due = Math.floor(((Date.now() - began) * perSecond) / 1000);
          for (; sent < due; sent++)
            add({ logger: 'a.Flood', text: `live ${sent} of a long log, with some words in it` });
        }, 20);
    },
    drop() {
      for (const { response } of followers) response.destroy();
    },
    routes: {
      'GET /api/logs': (call) => {
        const filter = filterOf(call.query);
        if (!(call.request.headers.accept ?? '').includes('text/event-stream'))
          return page(filter, call.query);
        return follow(
          filter,
          Number(call.request.headers['last-event-id'] ?? call.query.get('afterSeq') ?? lastSeq),
          call,
        );
      },
      'GET /api/logs/export': exported,
      'GET /api/tenants/:id/logs': serviceLogs,
      'GET /api/tenants/:id/errors': ({ id }) => {
        const tenant = find(tenants(), id, 'tenant');
        if (tenant.slots.live === null) return { lines: [], requests: [] };
        return {
          lines: lines(tenant).filter(({ level }) => level !== 'info'),
          requests: [failed(3, 502, '/api/newsletter'), failed(95, 500, '/api/campaigns/harbour')],
        };
      },
    },
  };
}
