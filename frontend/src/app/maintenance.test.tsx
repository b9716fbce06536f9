import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const maintenance = {
  message: 'Back at six',
  since: '2026-03-01T10:00:00Z',
  until: null,
  startedBy: 'olive',
};

function arrangeTenant(values: Parameters<typeof aTenant>[0], sent: unknown[]) {
  let tenant = aTenant(values);
  arrange(
    http.get('*/api/tenants/:id', () => HttpResponse.json(tenant)),
    http.get('*/api/tenants/:id/services', () => page([])),
    http.get('*/api/deployments', () => page([])),
    http.put('*/api/tenants/:id/maintenance', async ({ request }) => {
      sent.push(await request.json());
      tenant = aTenant({ maintenance });
      return HttpResponse.json(maintenance);
    }),
    http.delete('*/api/tenants/:id/maintenance', () => {
      sent.push('ended');
      tenant = aTenant();
      return new HttpResponse(null, { status: 204 });
    }),
  );
}

describe('maintenance by hand', () => {
  beforeEach(() => arrangeMe());

  it('begins with a message, and a badge tells of it', async () => {
    const sent: unknown[] = [];
    arrangeTenant({}, sent);
    const { user } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'Actions for Harbour Bakery' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Maintenance page' }));
    await user.type(await screen.findByLabelText(/^Message for visitors/), 'Back at six');
    await user.click(screen.getByRole('button', { name: 'Show maintenance page' }));
    expect(await screen.findByText('In maintenance')).toBeVisible();
    expect(sent).toEqual([{ message: 'Back at six' }]);
  });

  it('ends after a question', async () => {
    const sent: unknown[] = [];
    arrangeTenant({ maintenance }, sent);
    const { user } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'Actions for Harbour Bakery' }));
    await user.click(await screen.findByRole('menuitem', { name: 'End maintenance' }));
    await user.click(await screen.findByRole('button', { name: 'End maintenance' }));
    await waitFor(() => expect(screen.queryByText('In maintenance')).toBeNull());
    expect(sent).toEqual(['ended']);
  });

  it('tells what the manager says of the end at its field', async () => {
    arrangeTenant({}, []);
    arrange(
      http.put('*/api/tenants/:id/maintenance', () =>
        refusal({
          status: 400,
          code: 'request.invalid',
          title: 'The request is invalid',
          errors: [{ field: 'until', message: 'must be in the future, at most 30 days from now' }],
        }),
      ),
    );
    const { user } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'Actions for Harbour Bakery' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Maintenance page' }));
    await user.type(await screen.findByLabelText(/^Ends at/), '2099-01-01T10:00');
    await user.click(screen.getByRole('button', { name: 'Show maintenance page' }));
    expect(await screen.findByText('must be in the future, at most 30 days from now')).toBeVisible();
  });
});
