import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/shared/session/session';
import { aDeployment, aTenant, lines, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const page = <T,>(items: T[], total = items.length) => HttpResponse.json({ items, page: 0, size: 20, total });

function arrangeMe(user: typeof operator | undefined) {
  const nobody = () => refusal({ title: 'Not signed in', status: 401 });
  arrange(
    http.get('*/api/auth/me', () => (user ? HttpResponse.json(user) : nobody())),
    http.post('*/api/auth/refresh', nobody),
  );
}

beforeEach(() => session.signedOut());

describe('sign-in', () => {
  beforeEach(() => arrangeMe(undefined));

  it('returns to the requested page', async () => {
    arrange(
      http.post('*/api/auth/login', async ({ request }) => {
        expect(await request.json()).toEqual({ username: 'olive', password: 'secret' });
        return HttpResponse.json({ accessToken: 'x', expiresInSeconds: 900, user: operator });
      }),
      http.get('*/api/tenants', () => page([])),
    );
    const { user, router } = renderApp('/tenants?status=failed');
    await user.type(await screen.findByLabelText('Username'), 'olive');
    await user.type(screen.getByLabelText('Password'), 'secret');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByText('No tenant matches');
    expect(router.state.location.href).toBe('/tenants?status=failed');
  });

  it('reports wrong credentials, and keeps the name', async () => {
    arrange(http.post('*/api/auth/login', () => refusal({ title: 'Refused', status: 401 })));
    const { user } = renderApp('/login');
    await user.type(await screen.findByLabelText('Username'), 'olive');
    await user.type(screen.getByLabelText('Password'), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Wrong username or password');
    expect(screen.getByLabelText('Username')).toHaveValue('olive');
  });
});

describe('the tenant list', () => {
  beforeEach(() => arrangeMe(operator));

  it('shows status, health and a link to the site', async () => {
    arrange(http.get('*/api/tenants', () => page([aTenant()])));
    renderApp('/tenants');
    const row = await screen.findByRole('row', { name: /Harbour Bakery/ });
    expect(row).toHaveTextContent('Active');
    expect(row).toHaveTextContent('Healthy');
    expect(within(row).getByRole('link', { name: /bakery.example.com/ })).toHaveAttribute(
      'href',
      'https://bakery.example.com',
    );
    expect(document.title).toBe('Tenants · Tenant Manager');
  });

  it('offers to create the first tenant', async () => {
    arrange(http.get('*/api/tenants', () => page([])));
    renderApp('/tenants');
    expect(await screen.findByText('No tenants yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'New tenant' })).toHaveAttribute('href', '/tenants/new');
  });

  it('hides the create button from viewers', async () => {
    arrangeMe({ ...operator, role: 'viewer' });
    arrange(http.get('*/api/tenants', () => page([])));
    renderApp('/tenants');
    expect(await screen.findByText('No tenants yet')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'New tenant' })).not.toBeInTheDocument();
  });

  it('clears the filters if nothing matches', async () => {
    arrange(
      http.get('*/api/tenants', ({ request }) =>
        page(new URL(request.url).searchParams.has('search') ? [] : [aTenant()]),
      ),
    );
    const { user, router } = renderApp('/tenants?search=nothing');
    await user.click(await screen.findByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByRole('row', { name: /Harbour Bakery/ })).toBeVisible();
    expect(router.state.location.search).toEqual({});
  });

  it('shows a reference and a retry button after a failed load', async () => {
    let isBroken = true;
    arrange(
      http.get('*/api/tenants', () =>
        isBroken ? refusal({ title: 'Busy', status: 503, instance: 'abc123' }) : page([aTenant()]),
      ),
    );
    const { user } = renderApp('/tenants');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Busy');
    expect(alert).toHaveTextContent('abc123');
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('row', { name: /Harbour Bakery/ })).toBeVisible();
  });
});

describe('a tenant', () => {
  function arrangeTenant(tenant = aTenant()) {
    arrangeMe(operator);
    arrange(
      http.get('*/api/tenants/harbour-bakery', () => HttpResponse.json(tenant)),
      http.get('*/api/tenants/harbour-bakery/services', () => HttpResponse.json({ items: [] })),
      http.get('*/api/deployments', () => page([])),
    );
  }

  it('that is deploying links to its deployment instead of starting another', async () => {
    arrangeTenant(aTenant({ status: 'deploying' }));
    arrange(http.get('*/api/deployments', () => page([aDeployment()])));
    renderApp('/tenants/harbour-bakery');
    expect(await screen.findByRole('link', { name: 'Show deployment' })).toHaveAttribute(
      'href',
      `/deployments/${aDeployment().id}`,
    );
    expect(screen.queryByRole('button', { name: 'Deploy' })).not.toBeInTheDocument();
  });

  it('ties its slots to a commit and its message', async () => {
    arrangeTenant();
    arrange(http.get('*/api/deployments', () => page([aDeployment({ status: 'succeeded' })])));
    renderApp('/tenants/harbour-bakery');
    expect(await screen.findByText('main 4f9c2ab1')).toBeVisible();
    expect(screen.getByText('Show the opening hours')).toBeVisible();
  });

  it('that is changing for another reason cannot be deployed', async () => {
    arrangeTenant(aTenant({ status: 'deleting' }));
    renderApp('/tenants/harbour-bakery');
    expect(await screen.findByRole('button', { name: 'Deploy' })).toBeDisabled();
  });

  it('links to the conflicting deployment', async () => {
    arrangeTenant();
    arrange(
      http.post('*/api/tenants/harbour-bakery/deploy', () =>
        refusal({ title: 'A deployment is running', status: 409, deploymentId: aDeployment().id }),
      ),
      http.get('*/api/deployments/:id', () => HttpResponse.json(aDeployment())),
    );
    const { user } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'Deploy' }));
    expect(await screen.findByRole('link', { name: 'Show the active deployment' })).toHaveAttribute(
      'href',
      `/deployments/${aDeployment().id}`,
    );
  });

  it('shows the missing configuration before a deployment starts', async () => {
    arrangeTenant();
    arrange(
      http.post('*/api/tenants/harbour-bakery/deploy', () =>
        refusal({
          title: 'The tenant is not ready',
          status: 409,
          code: 'tenant.not-ready',
          errors: [{ field: 'ADMIN_EMAIL', message: 'is required' }],
        }),
      ),
    );
    const { user } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'Deploy' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('ADMIN_EMAIL: is required');
  });

  it('asks for confirmation before a stop, and shows an error as a toast', async () => {
    arrangeTenant();
    arrange(
      http.post('*/api/tenants/harbour-bakery/stop', () =>
        refusal({ title: 'A deployment is running', status: 409, instance: 'abc123' }),
      ),
    );
    const { user } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    await user.click(
      within(screen.getByRole('dialog', { name: /Stop Harbour/ })).getByRole('button', { name: 'Stop' }),
    );
    const toasts = screen.getByRole('region', { name: 'Notifications' });
    expect(await within(toasts).findByText('abc123')).toBeVisible();
  });
});

describe('a failed deployment', () => {
  it('shows the failed step, the rollback and its last error line, as text', async () => {
    arrangeMe(operator);
    const failure = {
      step: 'verify-health',
      code: 'health.not-healthy',
      detail: 'The backend answered 500.',
      undone: true,
      lastLines: ['\u001b[31mERROR\u001b[0m <b>boom</b>'],
    };
    const [first, second, third] = aDeployment().steps;
    const steps = [{ ...first, status: 'undone' }, { ...second, status: 'failed', durationMs: 10 }, third];
    arrange(
      http.get('*/api/deployments/:id', () =>
        HttpResponse.json({ ...aDeployment({ status: 'failed', durationMs: 4200, failure }), steps }),
      ),
      http.get('*/api/deployments/:id/logs', () => HttpResponse.json({ items: lines(1, 3), lastSeq: 3 })),
      http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
    );
    renderApp(`/deployments/${aDeployment().id}`);
    expect(await screen.findByRole('heading', { name: 'Health check failed' })).toBeVisible();
    expect(screen.getByText(/The backend answered 500\./)).toBeVisible();
    expect(await screen.findByText(/Rolled back. The previous release stayed live\./)).toBeVisible();
    expect(screen.getByText('Last error:').parentElement).toHaveTextContent('ERROR <b>boom</b>');
    expect(screen.getByRole('button', { name: /Preflight: Undone/ })).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
    expect(screen.getByRole('button', { name: 'Deploy again' })).toBeEnabled();
  });
});
