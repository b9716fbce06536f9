import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/shared/session/session';
import { operator } from '@/test/fixtures';
import { arrange, HttpResponse, http, refusal } from '@/test/server';
import { api, unwrap } from './client';
import { ProblemError } from './problem';

const unauthenticated = () => refusal({ title: 'Not signed in', status: 401, code: 'auth.needed' });
const signedIn = () => HttpResponse.json({ accessToken: 'x', expiresInSeconds: 900, user: operator });

/** A tenant list that answers only while the session is valid, and counts of all requests. */
function arrangeSession({ canRenew }: { canRenew: boolean }) {
  const seen = { renewals: 0, created: [] as unknown[], keys: [] as (string | null)[], isGood: false };
  arrange(
    http.get('*/api/tenants', () =>
      seen.isGood ? HttpResponse.json({ items: [], page: 0, size: 20, total: 0 }) : unauthenticated(),
    ),
    http.post('*/api/tenants', async ({ request }) => {
      seen.keys.push(request.headers.get('Idempotency-Key'));
      if (!seen.isGood || request.headers.get('X-Requested-With') !== 'tenantmgr') return unauthenticated();
      seen.created.push(await request.json());
      return HttpResponse.json({}, { status: 201 });
    }),
    http.post('*/api/auth/refresh', () => {
      seen.renewals++;
      if (!canRenew) return unauthenticated();
      seen.isGood = true;
      return signedIn();
    }),
  );
  return seen;
}

const list = () => unwrap(api.GET('/api/tenants'));
const create = () => unwrap(api.POST('/api/tenants', { body: { name: 'A', slug: 'abc', domain: 'a.b' } }));

describe('a session', () => {
  beforeEach(() => session.signedOut());
  afterEach(() => vi.unstubAllGlobals());

  it('is renewed once for all waiting requests', async () => {
    const seen = arrangeSession({ canRenew: true });
    await Promise.all([list(), list(), list()]);
    expect(seen.renewals).toBe(1);
  });

  it('is not renewed while another tab renews it', async () => {
    const seen = arrangeSession({ canRenew: true });
    const asked: string[] = [];
    let otherTabIsDone = () => {};
    const otherTab = new Promise<void>((resolve) => {
      otherTabIsDone = resolve;
    });
    vi.stubGlobal('navigator', {
      locks: {
        request: async <T>(name: string, ask: () => Promise<T>) => {
          asked.push(name);
          await otherTab;
          return ask();
        },
      },
    });

    const listed = list();

    await expect.poll(() => asked).toEqual(['tenantmgr.session']);
    expect(seen.renewals).toBe(0);
    otherTabIsDone();
    await listed;
    expect(seen.renewals).toBe(1);
  });

  it('repeats the refused request with its body and its key', async () => {
    const seen = arrangeSession({ canRenew: true });
    await create();
    expect(seen.created).toEqual([{ name: 'A', slug: 'abc', domain: 'a.b' }]);
    expect(seen.keys).toHaveLength(2);
    expect(new Set(seen.keys).size).toBe(1);
  });

  it('that has ended waits for sign-in, and continues', async () => {
    session.signedIn(operator);
    const seen = arrangeSession({ canRenew: false });
    const creation = create();
    await expect.poll(() => session.get().isExpired).toBe(true);
    seen.isGood = true;
    session.signedIn(operator);
    await creation;
    expect(seen.created).toHaveLength(1);
  });

  it('that has ended fails if the user cancels', async () => {
    session.signedIn(operator);
    arrangeSession({ canRenew: false });
    const loading = list();
    await expect.poll(() => session.get().isExpired).toBe(true);
    session.signedOut();
    await expect(loading).rejects.toMatchObject({ status: 401, code: 'auth.needed' });
  });

  it('that never existed fails', async () => {
    arrangeSession({ canRenew: false });
    await expect(list()).rejects.toBeInstanceOf(ProblemError);
  });
});

describe('an error', () => {
  it('carries the title and detail of the manager', async () => {
    arrange(
      http.get('*/api/tenants', () =>
        refusal({ title: 'Busy', status: 503, detail: 'Later.', code: 'web.busy', instance: 'abc123' }),
      ),
    );
    await expect(list()).rejects.toMatchObject({
      title: 'Busy',
      status: 503,
      detail: 'Later.',
      code: 'web.busy',
      instance: 'abc123',
    });
  });

  it('has a title even if NGINX answers instead', async () => {
    arrange(http.get('*/api/tenants', () => new HttpResponse('<h1>502</h1>', { status: 502 })));
    await expect(list()).rejects.toMatchObject({
      title: 'Manager unreachable. Sites stay up.',
      isUnreachable: true,
    });
  });

  it('has a title if nothing answers', async () => {
    arrange(http.get('*/api/tenants', () => HttpResponse.error()));
    await expect(list()).rejects.toMatchObject({ title: 'Manager unreachable. Sites stay up.', status: 0 });
  });
});
