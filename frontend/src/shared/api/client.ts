import createClient, { type Middleware } from 'openapi-fetch';
import { randomId } from '../random-id';
import { problemOf } from './problem';
import type { paths } from './schema.gen';
import { sessionFetch } from './session-fetch';

/**
 * Marks every mutation as made by this page (a foreign site cannot add the header) and gives it its own idempotency
 * key, so that repeating it after a session renewal never starts a second deployment.
 */
const mutations: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return;
    request.headers.set('X-Requested-With', 'tenantmgr');
    request.headers.set('Idempotency-Key', randomId());
  },
};

export const api = createClient<paths>({ baseUrl: location.origin, fetch: sessionFetch });
api.use(mutations);

/** The body of a successful answer; throws a `ProblemError` otherwise. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(error, response.status);
  return data as T;
}
