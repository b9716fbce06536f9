import { expect, it } from 'vitest';
import { deploymentStates, outcomeWords, stepStates } from '@/features/deployment/model';
import { problemOf } from '@/shared/api/problem';

// Texts that are read at three in the morning: nouns first, no inverted phrases.

it('a step that a failure kept from running was not reached, rather than waiting', () => {
  expect(stepStates.pending.label).toBe('Not reached');
});

it('a success says what is true now', () => {
  expect(outcomeWords).toMatchObject({
    deploy: 'Live, checked from outside',
    delete: 'Tenant deleted',
    rollback: 'Earlier release live, checked from outside',
  });
});

it('a cancelled deployment has a word and a tone of its own', () => {
  expect(deploymentStates.cancelled).toEqual({ label: 'Cancelled', tone: 'idle' });
  expect(deploymentStates.failed.tone).toBe('bad');
});

it.each([0, 502, 504])(
  'a manager that does not answer (%i) is unreachable, and the sites stay up',
  (status) => {
    expect(problemOf('<html>', status).title).toBe('Manager unreachable. Sites stay up.');
  },
);

it('NGINX’s own 503 for a manager that is away is told from a busy manager', () => {
  const away = { title: 'Manager unavailable', status: 503, code: 'web.unavailable' };
  expect(problemOf(away, 503).isUnreachable).toBe(true);
  const busy = { title: 'Service temporarily unavailable', status: 503, code: 'request.unavailable' };
  expect(problemOf(busy, 503).isUnreachable).toBe(false);
});
