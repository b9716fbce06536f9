import { type HttpHandler, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { components } from '@/shared/api/schema.gen';

/** The mocked API of a test; unexpected requests are errors. */
export const server = setupServer();

export function arrange(...handlers: HttpHandler[]) {
  server.use(...handlers);
}

type Problem = components['schemas']['Problem'];

/** A problem answer with the given values. */
export function refusal(problem: Pick<Problem, 'title' | 'status'> & Partial<Problem>) {
  return HttpResponse.json(problem, {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

export { HttpResponse, http };
