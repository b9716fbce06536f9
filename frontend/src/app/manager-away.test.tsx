import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { connection } from '@/shared/live/connection';
import { session } from '@/shared/session/session';
import { arrangeMe, managerAway, page } from '@/test/arrange-app';
import { aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

describe('while the manager is away', () => {
  beforeEach(() => {
    connection.seen();
    session.signedIn(operator);
  });

  it('a page says so, with what still works, and heals without a click', async () => {
    let isAway = true;
    arrange(
      http.get('*/api/tenants', () => (isAway ? managerAway() : page([aTenant()]))),
      http.get('*/q/health/live', () => (isAway ? managerAway() : HttpResponse.json({ status: 'UP' }))),
      http.get('*/api/*', () => (isAway ? managerAway() : page([]))),
    );
    renderApp('/tenants');
    const banners = await screen.findAllByText('Manager unreachable. Sites stay up.', {}, { timeout: 4000 });
    expect(banners.length).toBeGreaterThan(0);
    await waitFor(() => expect(connection.get().kind).toBe('reconnecting'));
    isAway = false;
    act(() => connection.retryNow());
    expect(await screen.findByRole('row', { name: /Harbour Bakery/ }, { timeout: 4000 })).toBeVisible();
    expect(screen.queryByText('Manager unreachable. Sites stay up.')).not.toBeInTheDocument();
  });

  it('a busy manager is not taken for one that is away', async () => {
    arrange(
      http.get('*/api/tenants', () => refusal({ title: 'Busy', status: 503, code: 'request.unavailable' })),
    );
    renderApp('/tenants');
    expect(await screen.findByRole('alert')).toHaveTextContent('Busy');
    expect(connection.get().kind).toBe('live');
  });
});

describe('the shell', () => {
  it('is drawn before any data', async () => {
    arrange(
      http.get('*/api/auth/me', () => new Promise<never>(() => undefined)),
      http.get('*/api/tenants', () => new Promise<never>(() => undefined)),
    );
    renderApp('/tenants');
    expect(await screen.findByRole('heading', { level: 1, name: 'Tenants' })).toBeVisible();
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });

  it('surrounds an unknown address', async () => {
    arrangeMe();
    renderApp('/nowhere/at/all');
    expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
    expect(screen.getByRole('main')).toContainElement(screen.getByText('This page does not exist'));
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });
});
