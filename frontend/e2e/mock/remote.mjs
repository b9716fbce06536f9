/**
 * What applications offer their operators, and releases, of the mock: Demo offers everything, other tenants that serve offer nothing.
 *
 *   POST /mock/remote?down=true     Demo's application cannot be asked; `down=false`: it can
 *
 * @param {object} mock what the mock has: `tenants()`, `find(list, id, what)`, `paged(items, query)`, `ago(minutes)`, `Refusal`,
 *   `record(action, subject, tenantId, before, after)`
 */
export function remoteRoutes({ tenants, find, paged, ago, Refusal, record }) {
  let isDown = false;
  const tenant = (id) => find(tenants(), id, 'tenant');
  const offers = ({ slug }) => slug === 'demo';
  const failure = () => ({
    code: 'remote.timed-out',
    title: 'The application did not answer in time',
    detail: '/api/admin/stats did not answer completely within 10 s',
    at: new Date().toISOString(),
  });
  const value = () =>
    isDown
      ? { at: ago(95), stale: true, failure: failure() }
      : { at: new Date().toISOString(), stale: false, failure: null };
  const stats = () => ({
    stats: {
      persons: 1204,
      today: 17,
      last7Days: 96,
      firstAt: '2026-02-03T08:12:44Z',
      lastAt: '2026-03-10T11:58:02Z',
      databaseBytes: 48_201_728,
      goal: 5000,
      isOpen: true,
      release: '4f9c2ab1-9d2e',
      byCanton: { Zürich: 412, Bern: 230, Vaud: 118, other: { abroad: 12, unknown: 3 } },
      topPages: [
        '/',
        '/sign',
        '/thanks?a-very-long-address-without-any-place-to-break=0123456789abcdef0123456789',
      ],
    },
    ...value(),
  });
  const persons = () => ({ count: 1204, ...value() });
  const actions = [
    { id: 'reindex', title: 'Rebuild the search index', confirm: true, question: null },
    {
      id: 'close',
      title: 'Close the campaign',
      confirm: true,
      question: 'Nobody can sign any more, and everybody who signed gets a mail. Close it?',
    },
    { id: 'ping', title: 'Send a test mail', confirm: false, question: null },
  ];

  function offered(id) {
    const found = tenant(id);
    if (!offers(found))
      throw new Refusal(
        404,
        'remote.not-offered',
        'The application does not offer this',
        'The manifest of the live release has no remote.stats; write there the path that answers it',
      );
    return found;
  }

  function act(id, name, after, output) {
    const found = offered(id);
    if (isDown) throw new Refusal(424, failure().code, failure().title, failure().detail);
    record(name, found.slug, found.id, {}, { ...after, state: 'done', status: 200 });
    return {
      status: 200,
      tookMs: 412,
      contentType: 'application/json',
      bytes: 48_012,
      output,
      truncated: name.endsWith('backup'),
    };
  }

  const commits = ['4f9c2ab19d2e7710', '8811bc02aa5510ff', '0c1d2e3f4a5b6c7d'];

  function releases() {
    const live = tenants().filter(({ slots }) => slots.live !== null);
    return commits.slice(0, live.length).map((commit, index) => {
      const held = live.filter((_, at) => at % commits.length === index);
      const shown = held.map(({ id, slug, name }) => ({ id, slug, name, live: true }));
      return {
        id: `${commit.slice(0, 8)}-9d2e`,
        application: index === 2 ? 'shop' : 'campaign',
        server: 'local',
        sourceKind: 'git',
        sourceLocation: 'https://git.example.com/campaign.git',
        ref: index === 1 ? null : 'main',
        commit,
        createdAt: ago(300 + index * 9000),
        live: held.length,
        standby: 0,
        tenants: shown.slice(0, 20),
      };
    });
  }

  return {
    /** Puts the application up or down, for `/mock/remote`. */
    down(next) {
      isDown = next;
    },
    routes: {
      'GET /api/releases': ({ query }) => paged(releases(), query),
      'GET /api/tenants/:id/remote': ({ id }) => {
        const found = tenant(id);
        const is = offers(found);
        return {
          deployed: found.slots.live !== null,
          stats: is,
          personsCount: is,
          backup: is,
          actions: is ? actions : [],
          lastStats: is ? stats() : null,
          lastPersons: is ? persons() : null,
        };
      },
      'GET /api/tenants/:id/remote/stats': ({ id }) => offered(id) && stats(),
      'GET /api/tenants/:id/remote/persons/count': ({ id }) => offered(id) && persons(),
      'POST /api/tenants/:id/remote/backup': ({ id }) =>
        act(id, 'tenant.remote-backup', {}, ['{"type":"end","persons":1204}']),
      'POST /api/tenants/:id/remote/actions/:action': ({ id, second }) =>
        act(id, 'tenant.remote-action', { action: second }, ['{"indexed":1204}']),
    },
  };
}
