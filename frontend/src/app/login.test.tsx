import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connection } from '@/shared/live/connection';
import { managerAway } from '@/test/arrange-app';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http } from '@/test/server';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  connection.seen();
});

afterEach(() => {
  connection.seen();
  vi.useRealTimers();
});

it('the sign-in page tells within five seconds that the manager is away, and that it is back', async () => {
  let isAway = false;
  arrange(http.get('*/q/health/live', () => (isAway ? managerAway() : HttpResponse.json({ status: 'UP' }))));
  renderApp('/login');
  await screen.findByLabelText('Username');
  isAway = true;
  await act(() => vi.advanceTimersByTimeAsync(5000));
  expect(screen.getByText('Manager unreachable. Sites stay up.')).toBeVisible();
  isAway = false;
  await act(() => vi.advanceTimersByTimeAsync(5000));
  expect(screen.queryByText('Manager unreachable. Sites stay up.')).not.toBeInTheDocument();
});
