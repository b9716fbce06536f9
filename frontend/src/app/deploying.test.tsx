import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrangeMe, page, stream } from '@/test/arrange-app';
import { aDeployment, aTenant } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const other = aDeployment({ id: '0190aaaa-0000-7000-8000-0000000000ee' });

function arrangeTenant() {
  arrangeMe();
  arrange(
    http.get('*/api/tenants/harbour-bakery', () => HttpResponse.json(aTenant())),
    http.get('*/api/tenants/harbour-bakery/services', () => page([])),
    http.get('*/api/deployments', () => page([])),
  );
}

describe('the Deploy button', () => {
  beforeEach(arrangeTenant);

  it('sends one request with one key for two clicks in the same task', async () => {
    const keys: (string | null)[] = [];
    arrange(
      http.post('*/api/tenants/harbour-bakery/deploy', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return HttpResponse.json({ deploymentId: aDeployment().id }, { status: 202 });
      }),
      http.get('*/api/deployments/:id', () => HttpResponse.json(aDeployment())),
      http.get('*/api/deployments/:id/logs', () => HttpResponse.json({ items: [], lastSeq: 0 })),
      http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
    );
    const { router } = renderApp('/tenants/harbour-bakery');
    const button = await screen.findByRole('button', { name: 'Deploy' });
    act(() => {
      button.click();
      button.click();
    });
    await waitFor(() => expect(router.state.location.pathname).toBe(`/deployments/${aDeployment().id}`));
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('forgets its refusal once the deployment in the way has ended', async () => {
    let status: 'running' | 'succeeded' = 'running';
    arrange(
      http.post('*/api/tenants/harbour-bakery/deploy', () =>
        refusal({ title: 'A deployment is running', status: 409, deploymentId: other.id }),
      ),
      http.get('*/api/deployments/:id', () => HttpResponse.json({ ...other, status })),
    );
    const { user } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'Deploy' }));
    expect(await screen.findByText('A deployment is running')).toBeVisible();
    status = 'succeeded';
    act(() => {
      stream().open();
      stream().tell('change', {
        seq: 1,
        topic: 'runs',
        event: 'run.changed',
        tenantId: aTenant().id,
        data: { runId: other.id, status },
      });
    });
    await waitFor(() => expect(screen.queryByText('A deployment is running')).not.toBeInTheDocument());
  });

  it('deploys a ref with a reason', async () => {
    let sent: unknown;
    arrange(
      http.post('*/api/tenants/harbour-bakery/deploy', async ({ request }) => {
        sent = await request.json();
        return refusal({ title: 'Stop here', status: 409 });
      }),
    );
    const { user } = renderApp('/tenants/harbour-bakery');
    await user.click(await screen.findByRole('button', { name: 'More ways to deploy' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Deploy with ref and reason' }));
    await user.type(screen.getByLabelText(/Branch, tag or commit/), 'v2.4.1');
    await user.type(screen.getByLabelText(/Reason/), 'New sign-up form');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Stop here')).toBeVisible();
    expect(sent).toEqual({ ref: 'v2.4.1', reason: 'New sign-up form' });
  });
});

describe('a deployment that has ended', () => {
  beforeEach(() => {
    arrangeMe();
    arrange(http.get('*/api/deployments/:id/logs', () => HttpResponse.json({ items: [], lastSeq: 0 })));
  });

  it('is not failed when it was cancelled', async () => {
    const [first, second, third] = aDeployment().steps;
    const failure = { step: 'verify-health', code: 'run.cancelled', detail: '', undone: true, lastLines: [] };
    arrange(
      http.get('*/api/deployments/:id', () =>
        HttpResponse.json({
          ...aDeployment({ status: 'cancelled', failure }),
          steps: [{ ...first, status: 'undone' }, { ...second, status: 'failed' }, third],
        }),
      ),
      http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
    );
    renderApp(`/deployments/${aDeployment().id}`);
    expect(await screen.findByRole('heading', { name: 'Cancelled at Health check' })).toBeVisible();
    expect(screen.getByRole('button', { name: /Health check: Cancelled/ })).toBeVisible();
    expect(screen.queryByText(/failed/i)).not.toBeInTheDocument();
  });

  it('keeps the name of a tenant that it deleted', async () => {
    arrange(
      http.get('*/api/deployments/:id', () =>
        HttpResponse.json(aDeployment({ kind: 'delete', status: 'succeeded', progressPercent: 100 })),
      ),
      http.get('*/api/tenants/:id', () => refusal({ title: 'Not found', status: 404 })),
      http.get('*/api/audit', () =>
        page([
          {
            action: 'tenant.create',
            subject: 'harbour-bakery',
            before: {},
            after: { name: 'Harbour Bakery' },
          },
        ]),
      ),
    );
    renderApp(`/deployments/${aDeployment().id}`);
    expect(await screen.findByRole('heading', { name: 'Deletion of Harbour Bakery' })).toBeVisible();
    expect(screen.getByText('Tenant deleted')).toBeVisible();
  });
});

it('the list of deployments names all tenants with one request', async () => {
  arrangeMe();
  const asked: string[] = [];
  const tenants = ['a', 'b', 'c'].map((letter) =>
    aTenant({
      id: `0190aaaa-0000-7000-8000-00000000000${letter}`,
      slug: `site-${letter}`,
      name: `Site ${letter}`,
    }),
  );
  arrange(
    http.get('*/api/deployments', () =>
      page(
        tenants.map(({ id }, index) =>
          aDeployment({ id: `0190aaaa-0000-7000-8000-0000000001${index}0`, tenantId: id }),
        ),
      ),
    ),
    http.get('*/api/tenants', ({ request }) => {
      asked.push(new URL(request.url).pathname);
      return page(tenants);
    }),
  );
  renderApp('/deployments');
  for (const { name } of tenants) expect(await screen.findByText(name)).toBeVisible();
  expect(asked).toEqual(['/api/tenants']);
});
