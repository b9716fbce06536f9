/**
 * Alerts, rules, channels and schedules. The scenario has a mass failure, a failed deployment that somebody looks after, a disk that
 * fills, and one alert that is over; a channel whose name holds `broken` takes no test message.
 */
const minuteMs = 60_000;

/** @param manager the parts of the mock that these routes need */
export function alertRoutes({ tenants, paged, ago, Refusal, record, happened, uuid }) {
  const id = (number) => `0190aaaa-0000-7000-8000-00000000000${number}`;
  let alerts;
  let channels;
  let rules;
  const sent = new Map();

  const kinds = [
    { id: 'certificate', title: 'Certificates that end soon' },
    { id: 'disk', title: 'Disk of the machine' },
    { id: 'deployment', title: 'Failed deployments' },
    { id: 'health', title: 'Health of tenants' },
    { id: 'schedule', title: 'Missed and failed runs of schedules' },
  ];

  function alert(number, values) {
    return {
      id: id(number),
      kind: 'health',
      severity: 'critical',
      tenantId: null,
      tenantSlug: null,
      server: 'one',
      beganAt: ago(12),
      openedAt: ago(12),
      endedAt: null,
      acknowledgedAt: null,
      acknowledgedBy: null,
      snoozedUntil: null,
      foldedInto: null,
      folded: 0,
      deliveries: [],
      ...values,
    };
  }

  const delivery = (values) => ({
    id: uuid(),
    alertId: null,
    alertTitle: null,
    channelId: id(1),
    channelName: 'On call',
    phase: 'opened',
    state: 'sent',
    tries: 1,
    detail: null,
    createdAt: ago(11),
    dueAt: null,
    endedAt: ago(11),
    ...values,
  });

  function reset() {
    const demo = tenants().find(({ slug }) => slug === 'demo');
    const of = demo ? { tenantId: demo.id, tenantSlug: demo.slug } : {};
    channels = demo
      ? [
          channel(1, { name: 'On call', kind: 'email', addresses: ['ops@example.org', 'night@example.org'] }),
          channel(2, { name: 'Incident desk', kind: 'webhook', url: 'https://hooks.example.org/alerts' }),
          channel(3, { name: 'Broken chat', kind: 'slack', enabled: false }),
        ]
      : [];
    rules = demo
      ? [
          rule(1, { name: 'Everything critical', severity: 'critical', channels: [id(1), id(2)] }),
          rule(2, {
            name: 'Production by day',
            kinds: ['health', 'certificate'],
            labels: ['production'],
            channels: [id(2)],
            quietHours: { from: '22:00', to: '07:00', zone: 'Europe/Vienna', holdCritical: false },
          }),
        ]
      : [];
    sent.clear();
    if (channels.length > 0)
      sent.set(id(2), [
        delivery({
          channelId: id(2),
          channelName: 'Incident desk',
          alertId: id(2),
          alertTitle: 'demo: the last deployment failed',
          state: 'failed',
          tries: 10,
          detail: 'The receiver answered 503; given up after 10 tries',
        }),
      ]);
    alerts = demo
      ? [
          alert(1, {
            title: 'Many tenants fail at once',
            detail:
              '7 of 20 tenants of this server began to fail within minutes. The cause is probably the machine.',
            folded: 2,
            deliveries: [delivery({ alertId: id(1) })],
          }),
          alert(2, {
            kind: 'deployment',
            severity: 'warning',
            title: 'demo: the last deployment failed',
            detail: 'The build ended with exit code 3. The release before serves',
            acknowledgedAt: ago(30),
            acknowledgedBy: 'olive',
            beganAt: ago(45),
            ...of,
          }),
          alert(3, {
            kind: 'disk',
            severity: 'warning',
            title: 'one: the disk is 92 % full',
            detail: '8120 MiB are free. Deployments and the database need some',
            beganAt: ago(600),
          }),
          alert(4, {
            title: 'demo: the check of its site fails',
            detail: '/ answers 502',
            foldedInto: id(1),
            ...of,
          }),
          alert(5, {
            title: 'demo: the check of its backend fails',
            detail: 'It answers 500',
            foldedInto: id(1),
            endedAt: ago(2),
            ...of,
          }),
          alert(6, {
            title: 'demo: its certificate ends soon',
            kind: 'certificate',
            severity: 'warning',
            detail: 'It ended and was renewed',
            beganAt: ago(4_000),
            endedAt: ago(3_000),
            ...of,
          }),
        ]
      : [];
  }

  const channel = (number, values) => ({
    id: id(number),
    enabled: true,
    addresses: [],
    url: null,
    secret: null,
    createdAt: ago(5_000),
    createdBy: 'root',
    ...values,
  });

  const rule = (number, values) => ({
    id: id(number),
    enabled: true,
    kinds: [],
    severity: 'warning',
    labels: [],
    tenantId: null,
    tenantSlug: null,
    delaySeconds: 60,
    quietHours: null,
    createdAt: ago(5_000),
    createdBy: 'root',
    ...values,
  });

  function one(list, wanted, code) {
    const found = list.find((each) => each.id === wanted);
    if (!found) throw new Refusal(404, code, 'Not found');
    return found;
  }

  const open = (wanted) => one(alerts, wanted, 'alert.unknown');
  const own = ({ foldedInto, endedAt }) => foldedInto === null && endedAt === null;

  function told(action, subject, more = {}) {
    record(action, subject, null, {}, more);
    happened('alerts', 'alert.changed', null, {});
  }

  function invalid(field, message) {
    return new Refusal(400, 'request.invalid', 'The request is not valid', 'One field is not valid', {
      errors: [{ field, message }],
    });
  }

  function saved(body, before) {
    if (!body.name) throw invalid('name', 'is required');
    if (body.kind === 'email' && !body.addresses?.every((address) => address.includes('@')))
      throw invalid('addresses', 'must be 1 to 20 e-mail addresses such as ops@example.org');
    const made = body.kind === 'webhook' && !body.secret && !before;
    const { secret: _, ...values } = body;
    const stored = Object.assign(before ?? channel(0, { id: uuid() }), values);
    if (stored.kind === 'slack') stored.url = null;
    if (!before) channels.push(stored);
    told('alert.channel.change', stored.name);
    return { ...stored, secret: made ? 'b3duLXNlY3JldC1vZi10aGUtbW9jaw' : null };
  }

  function ruled(body, before) {
    if (!body.name) throw invalid('name', 'is required');
    if (!body.channels?.length) throw invalid('channels', 'must be 1 to 20 ids of channels');
    const stored = Object.assign(before ?? rule(0, { id: uuid() }), body, {
      quietHours: body.quietHours ?? null,
    });
    if (!before) rules.push(stored);
    told('alert.rule.change', stored.name);
    return stored;
  }

  const schedule = (name, title, values = {}) => ({
    id: name,
    title,
    server: 'one',
    tenantId: null,
    tenantSlug: null,
    beganAt: ago(0.6),
    endedAt: ago(0.6),
    durationMs: 42,
    nextAt: ago(-0.4),
    verdict: 'ok',
    detail: 'Done as expected',
    startGraceSeconds: 120,
    shortestSeconds: 0,
    longestSeconds: 300,
    ...values,
  });

  function schedules() {
    const demo = tenants().find(({ slug }) => slug === 'demo');
    return [
      ...(demo
        ? [
            schedule(`cron/${demo.id}/digest`, 'Scheduled command digest', {
              tenantId: demo.id,
              tenantSlug: demo.slug,
              beganAt: ago(1_500),
              endedAt: ago(1_499),
              durationMs: 61_000,
              nextAt: ago(-1_380),
              verdict: 'missed',
              detail: 'A run was expected at 2026-03-01T03:15:00Z and did not begin within 5 minutes',
            }),
          ]
        : []),
      schedule('certificates.watch', 'Look at certificates'),
      schedule('health.checks', 'Health checks', { durationMs: 3 }),
      schedule('log.keeping', "Partitions of the manager's log", {
        beganAt: ago(41),
        endedAt: ago(41),
        nextAt: ago(-19),
      }),
      schedule('alerts.keeping', 'Removal of past alerts', {
        beganAt: null,
        endedAt: null,
        durationMs: null,
        verdict: 'waiting',
        detail: 'Not begun yet',
      }),
    ];
  }

  const routes = {
    'GET /api/alerts': ({ query }) => {
      const within = query.get('within');
      const state = query.get('state');
      return paged(
        alerts
          .filter(({ foldedInto }) => foldedInto === within)
          .filter(({ endedAt }) => state === null || (endedAt === null) === (state === 'open'))
          .map((each) => ({ ...each, deliveries: [] })),
        query,
      );
    },
    'GET /api/alerts/summary': () => {
      const shown = alerts.filter(own);
      const unseen = shown.filter(
        ({ acknowledgedAt, snoozedUntil }) => !acknowledgedAt && !(Date.parse(snoozedUntil) > Date.now()),
      );
      return {
        open: shown.length,
        unseen: unseen.length,
        critical: unseen.filter(({ severity }) => severity === 'critical').length,
      };
    },
    'GET /api/alerts/:id': ({ id: wanted }) => open(wanted),
    'POST /api/alerts/:id/acknowledge': ({ id: wanted }) => {
      const found = Object.assign(open(wanted), { acknowledgedAt: ago(0), acknowledgedBy: 'root' });
      told('alert.acknowledge', found.title);
      return found;
    },
    'POST /api/alerts/:id/snooze': ({ id: wanted, body }) => {
      const found = open(wanted);
      found.snoozedUntil = new Date(Date.now() + body.minutes * minuteMs).toISOString();
      told('alert.snooze', found.title);
      return found;
    },
    'GET /api/alert-channels': () => channels,
    'POST /api/alert-channels': ({ body, response }) => {
      response.statusCode = 201;
      return saved(body);
    },
    'PUT /api/alert-channels/:id': ({ id: wanted, body }) =>
      saved(body, one(channels, wanted, 'alert.channel-unknown')),
    'DELETE /api/alert-channels/:id': ({ id: wanted }) => {
      const found = one(channels, wanted, 'alert.channel-unknown');
      channels = channels.filter((each) => each !== found);
      for (const each of rules) each.channels = each.channels.filter((name) => name !== wanted);
      told('alert.channel.delete', found.name);
    },
    'POST /api/alert-channels/:id/test': ({ id: wanted }) => {
      const { name } = one(channels, wanted, 'alert.channel-unknown');
      const isBroken = name.toLowerCase().includes('broken');
      const made = delivery({
        channelId: wanted,
        channelName: name,
        phase: 'test',
        state: isBroken ? 'failed' : 'sent',
        detail: isBroken ? 'The receiver answered 410' : null,
        createdAt: ago(0),
        endedAt: ago(0),
      });
      sent.set(wanted, [made, ...(sent.get(wanted) ?? [])]);
      told('alert.channel.test', name);
      return made;
    },
    'GET /api/alert-channels/:id/deliveries': ({ id: wanted, query }) => paged(sent.get(wanted) ?? [], query),
    'GET /api/alert-rules': () => ({ items: rules, kinds }),
    'POST /api/alert-rules': ({ body, response }) => {
      response.statusCode = 201;
      return ruled(body);
    },
    'PUT /api/alert-rules/:id': ({ id: wanted, body }) =>
      ruled(body, one(rules, wanted, 'alert.rule-unknown')),
    'DELETE /api/alert-rules/:id': ({ id: wanted }) => {
      const found = one(rules, wanted, 'alert.rule-unknown');
      rules = rules.filter((each) => each !== found);
      told('alert.rule.delete', found.name);
    },
    'GET /api/schedules': ({ query }) => paged(schedules(), query),
  };
  return { routes, reset };
}
