import { connection } from '../live/connection';
import { session } from '../session/session';
import { isAway, problemOf } from './problem';

let renewal: Promise<boolean> | undefined;

/**
 * `fetch` with session handling: a 401 renews the session once (for all waiting requests) and repeats the request; if
 * the session has ended, the user signs in again in a dialog over the page and the request continues. Input is
 * preserved. Tokens are in HttpOnly cookies; this page has no access to them.
 */
export async function sessionFetch(request: Request): Promise<Response> {
  if (isAboutSession(request)) return reach(request);
  const again = request.clone();
  const afterSignIn = request.clone();
  const response = await reach(request);
  if (response.status !== 401) return response;
  if (await renewed()) {
    const second = await reach(again);
    if (second.status !== 401) return second;
  }
  return (await session.expire()) ? reach(afterSignIn) : response;
}

/** Renews the session from its refresh cookie; false if it has ended. Parallel callers share one request. */
export function renewed(): Promise<boolean> {
  renewal ??= oneTabAtATime(() =>
    reach(
      new Request(new URL('/api/auth/refresh', location.origin), {
        method: 'POST',
        headers: { 'X-Requested-With': 'tenantmgr' },
      }),
    ),
  )
    .then((response) => response.ok)
    .finally(() => {
      renewal = undefined;
    });
  return renewal;
}

/**
 * A refresh token is valid once: tabs that wake together refresh in turn, each with the cookie set by the previous one.
 */
async function oneTabAtATime<T>(ask: () => Promise<T>): Promise<T> {
  // Browsers offer locks to pages loaded over TLS or from this computer only.
  return navigator.locks ? await navigator.locks.request('tenantmgr.session', ask) : ask();
}

/** A 401 from these is a regular answer, not an expired session. */
function isAboutSession(request: Request): boolean {
  return /\/api\/auth\/(login|refresh|logout)$/.test(new URL(request.url).pathname);
}

async function reach(request: Request): Promise<Response> {
  const response = await fetch(request).catch((error: unknown) => {
    if (request.signal.aborted) throw error;
    connection.lost();
    throw problemOf(undefined, 0);
  });
  if (isAway(response.status, await codeOf(response))) connection.lost();
  else connection.seen();
  return response;
}

/** The code of a 503, which tells a manager that is away from one that is busy. */
async function codeOf(response: Response): Promise<string | undefined> {
  if (response.status !== 503) return undefined;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return (body as { code?: string } | undefined)?.code;
}
