import { FakeEvents } from './fake-events';
import { operator } from './fixtures';
import { arrange, HttpResponse, http, refusal } from './server';

/** One page of a list. */
export const page = <T>(items: T[], total = items.length) =>
  HttpResponse.json({ items, page: 0, size: 20, total });

export function arrangeMe(user = operator) {
  arrange(
    http.get('*/api/auth/me', () => HttpResponse.json(user)),
    http.post('*/api/auth/refresh', () => refusal({ title: 'Not signed in', status: 401 })),
  );
}

/** The stream of events that the page opened last. */
export function stream(): FakeEvents {
  return FakeEvents.opened.at(-1) as FakeEvents;
}

/** What NGINX answers while the manager does not run. */
export const managerAway = () =>
  refusal({ title: 'Manager unavailable', status: 503, code: 'web.unavailable', detail: 'Sites stay up.' });
