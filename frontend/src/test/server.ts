import { type HttpHandler, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { components } from '@/shared/api/schema.gen';

const nothing = () => HttpResponse.json({ items: [], page: 0, size: 20, total: 0 });

const noTraffic = ({ searchParams }: URL) => ({
  from: searchParams.get('from'),
  to: new Date().toISOString(),
  resolutionSeconds: 300,
  total: {
    at: searchParams.get('from'),
    requests: 0,
    clientErrors: 0,
    serverErrors: 0,
    bytes: 0,
    p50Ms: null,
    p95Ms: null,
  },
  steps: [],
});

/** The mocked API of a test; unexpected requests are errors. What pages ask for in passing is empty unless a test says more. */
export const server = setupServer(
  http.get('*/api/labels', nothing),
  http.get('*/api/tenants/:id/config/versions', nothing),
  http.get('*/api/tenants/:id/theme/versions', nothing),
  http.get('*/api/runs', nothing),
  http.get('*/api/backups/summary', () =>
    HttpResponse.json({
      tenants: 0,
      proven: 0,
      unproven: 0,
      failed: 0,
      running: 0,
      bytes: 0,
      storage: 'local',
      freeBytes: null,
      oldestProvenAt: null,
    }),
  ),
  http.get('*/api/alerts/summary', () => HttpResponse.json({ open: 0, unseen: 0, critical: 0 })),
  http.get('*/api/tenants/:id/traffic', ({ request }) => HttpResponse.json(noTraffic(new URL(request.url)))),
);

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
