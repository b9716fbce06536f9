import createClient, { type Middleware } from 'openapi-fetch';
import { randomId } from '../random-id';
import { problemOf } from './problem';
import type { paths } from './schema.gen';
import { sessionFetch } from './session-fetch';

/**
 * Marks every mutation as made by this page (a foreign site cannot add the header), and gives it an idempotency key
 * unless it carries the key of its intent, so that repeating it after a session renewal never acts twice.
 */
const mutations: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return;
    request.headers.set('X-Requested-With', 'tenantmgr');
    // A question that is asked by POST changes nothing, and its answer is not kept.
    if (/\/api\/tenants\/(check|[^/]+\/(theme|backup-schedule)\/preview)$/.test(request.url)) return;
    if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', randomId());
  },
};

export const api = createClient<paths>({ baseUrl: location.origin, fetch: sessionFetch });
api.use(mutations);

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

/** The body of a successful answer; throws a `ProblemError` otherwise. */
export async function unwrap<T>(call: Call<T>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(error, response.status, response.headers.get('Retry-After'));
  return data as T;
}

/** A representation and its version, which a change names in `If-Match`. */
export type Versioned<T> = { value: T; etag: string | undefined };

export async function unwrapVersioned<T>(call: Call<T>): Promise<Versioned<T>> {
  const value = await unwrap(call);
  const { response } = await call;
  return { value, etag: response.headers.get('ETag') ?? undefined };
}
