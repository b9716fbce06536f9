import { type HttpHandler, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { components } from '@/shared/api/schema.gen';

/** The API as a test needs it; what was not arranged is an error. */
export const server = setupServer();

export function arrange(...handlers: HttpHandler[]) {
  server.use(...handlers);
}

type Problem = components['schemas']['Problem'];

/** A refusal of which a test says what it is about. */
export function refusal(problem: Pick<Problem, 'title' | 'status'> & Partial<Problem>) {
  return HttpResponse.json(problem, {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

export { HttpResponse, http };
