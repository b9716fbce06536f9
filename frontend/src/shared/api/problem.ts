import type { components } from './schema.gen';

type Problem = components['schemas']['Problem'];

/** An error of the API (RFC 9457), or the failure to reach it (`status` 0). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly title: string,
    readonly status: number,
    readonly problem: Partial<Problem> = {},
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
    return this.status === 0 || this.status === 502 || this.status === 504;
  }
}

/** Titles for answers whose body is not problem+json, such as NGINX's own error page. */
const titles: Record<number, string> = {
  0: 'Manager unreachable. Sites stay up.',
  401: 'Not signed in',
  403: 'Your role does not permit this',
  404: 'Not found',
  413: 'The request is too large',
  429: 'Too many requests; wait a moment',
  502: 'Manager unreachable. Sites stay up.',
  503: 'Manager unavailable; try again in a moment',
  504: 'Manager unreachable. Sites stay up.',
};

export function problemOf(body: unknown, status: number): ProblemError {
  const problem: Partial<Problem> =
    typeof body === 'object' && body !== null && 'title' in body ? (body as Problem) : {};
  return new ProblemError(problem.title ?? titles[status] ?? 'The request failed', status, problem);
}

/** Converts any thrown value to a problem, for display. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ProblemError('Error in this page', -1, { detail });
}
