import { describe, expect, it } from 'vitest';
import { type Delivery, forgeOf, isRefusedLately, statusProblem, titleOf, type Webhook } from './model';

const delivery: Delivery = {
  id: '1',
  at: '2026-01-02T10:00:00Z',
  forge: 'github',
  event: 'push',
  ref: 'refs/heads/main',
  commit: null,
  summary: 'Push to main by ada',
  result: 'deployed',
  reason: null,
  deploymentId: null,
  repeats: 0,
};
const webhook = {
  enabled: true,
  paths: { github: '/g', gitlab: '/l', gitea: '/t' },
  refusedAt: '2026-01-02T11:00:00Z',
  deliveries: [delivery],
} as Webhook;

describe('a webhook', () => {
  it.each([
    ['https://github.com/acme/site', 'github'],
    ['git@gitlab.acme.example:web/site.git', 'gitlab'],
    ['https://git.acme.example/web/site', 'gitea'],
    [undefined, 'github'],
  ])('takes %s for a repository of %s', (location, forge) => {
    expect(forgeOf(location)).toBe(forge);
  });

  it('warns of a wrong signature until a right one follows', () => {
    expect(isRefusedLately(webhook)).toBe(true);
    expect(isRefusedLately({ ...webhook, deliveries: [] })).toBe(true);
    expect(isRefusedLately({ ...webhook, refusedAt: '2026-01-02T09:00:00Z' })).toBe(false);
    expect(isRefusedLately({ ...webhook, refusedAt: null })).toBe(false);
  });

  it('can report to a forge for which the source has an access token', () => {
    expect(statusProblem({ location: 'https://git.example/a', credential: 'token' })).toBeUndefined();
    expect(statusProblem({ location: 'https://git.example/a', credential: null })).toContain('access token');
    expect(statusProblem({ location: 'ssh://git@git.example/a', credential: 'key' })).toContain('https');
    expect(statusProblem(null)).toContain('of its own');
  });

  it('names a delivery by what it says', () => {
    expect(titleOf(delivery)).toBe('Push to main by ada');
    expect(titleOf({ ...delivery, summary: null })).toBe('refs/heads/main');
    expect(titleOf({ ...delivery, summary: null, ref: null })).toBe('push');
    expect(titleOf({ ...delivery, summary: null, ref: null, event: '' })).toBe('Unknown event');
  });
});
