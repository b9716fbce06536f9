import type { components } from './schema.gen';

type Problem = components['schemas']['Problem'];

/** A refusal of the API (RFC 9457), or the failure to reach it (`status` 0). */
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

  /** The id of this occurrence, which is also in the manager's log. */
  get instance() {
    return this.problem.instance;
  }

  get fieldErrors() {
    return this.problem.errors ?? [];
  }

  /** Whether the manager was not there to answer, so that asking again may help. */
  get isUnreachable() {
    return this.status === 0 || this.status === 502 || this.status === 504;
  }
}

/** What a status means when its body is not a problem of ours, such as NGINX's own error page. */
const titles: Record<number, string> = {
  0: 'The manager cannot be reached',
  401: 'You are not signed in',
  403: 'Your role does not allow this',
  404: 'This does not exist',
  413: 'That is too large',
  429: 'Too many requests; wait a moment',
  502: 'The manager is not answering',
  503: 'The manager is busy; try again in a moment',
  504: 'The manager is not answering',
};

export function problemOf(body: unknown, status: number): ProblemError {
  const problem: Partial<Problem> =
    typeof body === 'object' && body !== null && 'title' in body ? (body as Problem) : {};
  return new ProblemError(problem.title ?? titles[status] ?? 'The request failed', status, problem);
}

/** Any thrown thing as a problem, for places that show one. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ProblemError('Something went wrong in this page', -1, { detail });
}
