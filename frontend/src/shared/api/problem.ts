import type { components } from './schema.gen';

type Problem = components['schemas']['Problem'];

/** An error of the API (RFC 9457), or the failure to reach it (`status` 0). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly title: string,
    readonly status: number,
    readonly problem: Partial<Problem> = {},
    /** From `Retry-After`: how long to wait before asking again. Milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(problem.detail ? `${title}: ${problem.detail}` : title);
  }

  get code() {
    return this.problem.code;
  }

  get detail() {
    return this.problem.detail;
  }

  /** The id of this occurrence, also in the manager's log. */
  get instance() {
    return this.problem.instance;
  }

  get fieldErrors() {
    return this.problem.errors ?? [];
  }

  /** Whether the manager did not respond, so that a retry may succeed. */
  get isUnreachable() {
    return isAway(this.status, this.code);
  }

  /** Whether the same request may succeed later, unchanged. */
  get isTemporary() {
    return this.isUnreachable || this.status === 429 || this.status >= 500;
  }
}

/** NGINX answers 503 with its own code when the manager does not run; other proxies answer 502 or 504. */
export function isAway(status: number, code: string | undefined): boolean {
  return status === 0 || status === 502 || status === 504 || code === 'web.unavailable';
}

const away = 'Manager unreachable. Sites stay up.';

/** Titles for answers whose body is not problem+json, such as NGINX's own error page. */
const titles: Record<number, string> = {
  401: 'Not signed in',
  403: 'Your role does not permit this',
  404: 'Not found',
  412: 'Another user changed this in the meantime',
  413: 'The request is too large',
  429: 'Too many requests; wait a moment',
  503: 'Manager unavailable; try again in a moment',
};

/** @param retryAfter the header `Retry-After`, in seconds */
export function problemOf(body: unknown, status: number, retryAfter?: string | null): ProblemError {
  const problem: Partial<Problem> =
    typeof body === 'object' && body !== null && 'title' in body ? (body as Problem) : {};
  const seconds = retryAfter ? Number(retryAfter) : Number.NaN;
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  if (isAway(status, problem.code))
    return new ProblemError(away, status, { code: problem.code }, retryAfterMs);
  return new ProblemError(
    problem.title ?? titles[status] ?? 'The request failed',
    status,
    problem,
    retryAfterMs,
  );
}

/** Converts any thrown value to a problem, for display. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ProblemError('Error in this page', -1, { detail });
}
