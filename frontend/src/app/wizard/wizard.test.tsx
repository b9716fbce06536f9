import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { dropDrafts } from '@/shared/draft';
import { session } from '@/shared/session/session';
import { arrangeMe, page } from '@/test/arrange-app';
import { aDeployment, aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const generated = 'pZ7-generated-once';
const good = { ok: true, reason: null, warning: null };
const bad = (reason: string) => ({ ok: false, reason, warning: null });

type Asked = {
  slug?: string;
  domain?: string;
  ports?: object;
  source?: { location: string };
  core?: boolean;
};

/** Answers the checks: everything is free but what is named here. */
function arrangeChecks(taken: Record<string, string> = {}, required: string[] = ['ADMIN_EMAIL']) {
  const asked: Asked[] = [];
  const answer = (value: string | undefined) =>
    value === undefined ? null : taken[value] ? bad(`${value} belongs to ${taken[value]}`) : good;
  const source = { ok: true, field: null, reason: null, branches: ['main', 'next'], defaultBranch: 'main' };
  arrange(
    http.post('*/api/tenants/check', async ({ request }) => {
      const body = (await request.json()) as Asked;
      asked.push(body);
      return HttpResponse.json({
        slug: answer(body.slug),
        domain: answer(body.domain),
        aliases: null,
        ports: body.ports ? good : null,
        source: body.source || body.core ? { ...source, name: 'campaign', required } : null,
      });
    }),
    http.get('*/api/ports/next-available', () =>
      page([{ first: 20012, frontend: 20012, backend: 20013, standby: { frontend: 20014, backend: 20015 } }]),
    ),
  );
  return asked;
}

function arrangeCreation() {
  const sent: { body: unknown; key: string | null }[] = [];
  const tenant = aTenant({ status: 'draft' });
  const adminPassword = { value: generated, secret: true, isSet: true };
  const deployments: (string | null)[] = [];
  arrange(
    http.post('*/api/tenants', async ({ request }) => {
      sent.push({ body: await request.json(), key: request.headers.get('Idempotency-Key') });
      return HttpResponse.json({ ...tenant, config: { ...tenant.config, adminPassword } }, { status: 201 });
    }),
    http.post('*/api/tenants/:id/deploy', ({ request }) => {
      deployments.push(request.headers.get('Idempotency-Key'));
      return HttpResponse.json({ deploymentId: aDeployment().id }, { status: 202 });
    }),
    http.get('*/api/tenants/:id', () => HttpResponse.json(tenant)),
    http.get('*/api/tenants/:id/services', () => page([])),
    http.get('*/api/tenants', () => page([])),
    http.get('*/api/deployments/:id', () => HttpResponse.json(aDeployment())),
    http.get('*/api/deployments/:id/logs', () => HttpResponse.json({ items: [], lastSeq: 0 })),
    http.get('*/api/deployments', () => page([])),
  );
  return { sent, deployments };
}

const field = (name: string) => screen.getByLabelText(name, { exact: true });
const step = (name: string) => screen.findByRole('heading', { name, level: 2 });
const press = (name: string) => screen.getByRole('button', { name });

async function toReview(user: ReturnType<typeof renderApp>['user']) {
  await user.type(await screen.findByLabelText('Name', { exact: true }), 'Harbour Bakery');
  for (const title of ['Configuration', 'Theme', 'Review']) {
    await user.click(press('Continue'));
    await step(title);
  }
}

beforeEach(() => {
  session.signedOut();
  localStorage.clear();
  arrangeMe();
});

describe('the wizard', () => {
  it('goes from a name to a running deployment, and shows the password once', async () => {
    arrangeChecks();
    const { sent, deployments } = arrangeCreation();
    const { user, router } = renderApp('/tenants/new');
    await toReview(user);
    expect(router.state.location.search).toEqual({ step: 'review' });
    const button = press('Create and deploy');
    act(() => {
      button.click();
      button.click();
    });
    expect(await screen.findByText(generated)).toBeVisible();
    await waitFor(() => expect(router.state.location.search).toMatchObject({ deployment: aDeployment().id }));
    expect(sent.map(({ body }) => body)).toEqual([
      {
        name: 'Harbour Bakery',
        slug: 'harbour-bakery',
        domain: 'harbour-bakery.localhost',
        config: { env: {} },
      },
    ]);
    expect(deployments).toHaveLength(1);
    expect(JSON.stringify({ ...localStorage })).not.toContain(generated);
    await user.click(press('Stored, continue'));
    expect(await screen.findByRole('progressbar', { name: 'Progress' })).toBeVisible();
    expect(document.body).not.toHaveTextContent(generated);
    expect(screen.getByRole('region', { name: 'What to do next' })).toHaveTextContent('bakery.example.com');
  });

  it('creates without deploying, and then shows the tenant', async () => {
    arrangeChecks();
    const { deployments } = arrangeCreation();
    const { user } = renderApp('/tenants/new');
    await toReview(user);
    await user.click(press('Create without deploying'));
    await user.click(await screen.findByRole('button', { name: 'Stored, continue' }));
    expect(await screen.findByRole('heading', { name: 'Harbour Bakery', level: 1 })).toBeVisible();
    expect(deployments).toEqual([]);
  });

  it('shows what a deployment was refused for, with the tenant already created', async () => {
    arrangeChecks();
    arrangeCreation();
    arrange(
      http.post('*/api/tenants/:id/deploy', () =>
        refusal({
          title: 'The tenant is not ready',
          status: 409,
          code: 'tenant.not-ready',
          errors: [{ field: 'env.MAIL_HOST', message: 'is required' }],
        }),
      ),
    );
    const { user } = renderApp('/tenants/new');
    await toReview(user);
    await user.click(press('Create and deploy'));
    await user.click(await screen.findByRole('button', { name: 'Stored, continue' }));
    expect(await screen.findByText('The tenant is not ready')).toBeVisible();
    expect(screen.getByText('env.MAIL_HOST')).toBeVisible();
    expect(press('Deploy')).toBeVisible();
  });
});

describe('what is wrong', () => {
  it('is shown while typing, with the owner of each name', async () => {
    arrangeChecks({ demo: 'Demo campaign', 'demo.localhost': 'Demo campaign' });
    const { user } = renderApp('/tenants/new');
    await user.type(await screen.findByLabelText('Name', { exact: true }), 'demo');
    await waitFor(() => expect(field('Slug')).toHaveAccessibleDescription('demo belongs to Demo campaign.'));
    expect(field('Domain')).toHaveAccessibleDescription('demo.localhost belongs to Demo campaign.');
    await user.click(press('Continue'));
    expect(await step('Basic info')).toBeVisible();
    await waitFor(() => expect(field('Slug')).toHaveFocus());
  });

  it('is shown for all fields after one press, and the first wrong field gets the focus', async () => {
    arrangeChecks();
    const { user } = renderApp('/tenants/new');
    await user.click(await screen.findByLabelText('Git repository'));
    await user.type(field('Slug'), 'Bad Slug!');
    await user.click(press('Continue'));
    expect(await screen.findByText('A repository is required.')).toBeVisible();
    expect(screen.getByText('A name is required.')).toBeVisible();
    expect(field('Slug')).toHaveAccessibleDescription(/^Only lower-case letters/);
    await waitFor(() => expect(field('Name')).toHaveFocus());
  });

  it('is checked once more before anything is created, and each error links to its step', async () => {
    const taken: Record<string, string> = {};
    arrangeChecks(taken);
    const { sent } = arrangeCreation();
    const { user } = renderApp('/tenants/new');
    await toReview(user);
    taken['harbour-bakery'] = 'Rival';
    taken['harbour-bakery.localhost'] = 'Rival';
    await user.click(press('Create and deploy'));
    const alert = await screen.findByText('2 fields need a change');
    const notice = alert.closest<HTMLElement>('[role="alert"]') as HTMLElement;
    expect(notice).toHaveTextContent('harbour-bakery belongs to Rival.');
    expect(notice).toHaveTextContent('harbour-bakery.localhost belongs to Rival.');
    expect(sent).toEqual([]);
    await user.click(within(notice).getByRole('link', { name: 'Slug' }));
    await step('Basic info');
    expect(press('Save')).toBeVisible();
  });

  it('is shown at the review with the refusals of the manager, and the input stays', async () => {
    arrangeChecks();
    arrangeCreation();
    arrange(
      http.post('*/api/tenants', () =>
        refusal({
          title: 'The request is invalid',
          status: 400,
          errors: [
            { field: 'domain', message: 'is a public suffix' },
            { field: 'config.env.LD_PRELOAD', message: 'is reserved' },
          ],
        }),
      ),
    );
    const { user } = renderApp('/tenants/new');
    await toReview(user);
    await user.click(press('Create without deploying'));
    const notice = (await screen.findByText('2 fields need a change')).closest('[role="alert"]');
    expect(notice).toHaveTextContent('Domain: is a public suffix');
    expect(notice).toHaveTextContent('LD_PRELOAD: is reserved');
    await user.click(within(notice as HTMLElement).getByRole('link', { name: 'Domain' }));
    await step('Basic info');
    expect(field('Name')).toHaveValue('Harbour Bakery');
    expect(field('Domain')).toHaveAccessibleDescription('is a public suffix');
  });
});

describe('the configuration', () => {
  it('asks for what the application requires, and is not deployed without it', async () => {
    arrangeChecks({}, ['ADMIN_EMAIL', 'MAIL_HOST']);
    const { sent } = arrangeCreation();
    const { user } = renderApp('/tenants/new');
    await toReview(user);
    expect(await screen.findByText('It cannot be deployed yet')).toBeVisible();
    await user.click(press('Create and deploy'));
    expect(sent).toEqual([]);
    await user.click(screen.getByRole('link', { name: 'Enter it' }));
    await step('Configuration');
    await user.click(press('Add them'));
    await user.type(screen.getByLabelText('Value of MAIL_HOST'), 'smtp.example.com');
    await user.click(press('Save'));
    await step('Review');
    expect(screen.queryByText('It cannot be deployed yet')).not.toBeInTheDocument();
    expect(screen.getByText('MAIL_HOST=smtp.example.com')).toBeVisible();
  });

  it('takes over a pasted .env file, without going on', async () => {
    arrangeChecks();
    const { user, router } = renderApp('/tenants/new?step=configuration');
    await step('Configuration');
    await user.click(press('Paste .env'));
    await user.click(screen.getByLabelText('Content of the .env file'));
    await user.paste('A=1\nAPI_TOKEN=x');
    await user.click(press('Take over'));
    expect(await screen.findByLabelText('Value of API_TOKEN')).toHaveValue('x');
    expect(router.state.location.search).toEqual({ step: 'configuration' });
  });
});

describe('a source of its own', () => {
  it('is looked at when asked for, and offers its branches', async () => {
    const asked = arrangeChecks({}, ['MAIL_HOST']);
    const { user } = renderApp('/tenants/new');
    await user.click(await screen.findByLabelText('Git repository'));
    await user.type(field('Repository'), 'https://git.example.com/app.git');
    expect(asked.some(({ source }) => source)).toBe(false);
    await user.click(press('Look at the source'));
    expect(await screen.findByText('campaign, 2 branches, 1 required variables')).toBeVisible();
    expect(asked.filter(({ source }) => source)).toEqual([
      { source: { kind: 'git', location: 'https://git.example.com/app.git' } },
    ]);
    expect(document.querySelector('datalist')?.options).toHaveLength(2);
  });
});

describe('the look', () => {
  const analysis = '0190bbbb-0000-7000-8000-00000000000a';

  function arrangeLook() {
    const sent: unknown[] = [];
    arrange(
      http.post('*/api/tenants/:id/theme/analyze', async ({ request }) => {
        sent.push(['analyse', await request.json()]);
        return HttpResponse.json({ analysisId: analysis }, { status: 202 });
      }),
      http.put('*/api/tenants/:id/theme', async ({ request }) => {
        sent.push(['save', ((await request.json()) as { palette: object }).palette]);
        return HttpResponse.json({ version: 1 }, { headers: { ETag: '"1.a"' } });
      }),
      http.get('*/api/analyses/:id', () =>
        HttpResponse.json({
          id: analysis,
          status: 'failed',
          url: 'www.harbour.example',
          steps: [],
          failure: { detail: 'The page did not answer', code: 'analysis.not-reached' },
        }),
      ),
      http.get('*/api/runs', () => page([])),
    );
    return sent;
  }

  it('of a website is measured once for the new tenant, and a failure can be tried again', async () => {
    arrangeChecks();
    const { deployments } = arrangeCreation();
    const sent = arrangeLook();
    const { user, router } = renderApp('/tenants/new?step=theme');
    await step('Theme');
    await user.click(screen.getByLabelText('From the customer’s website'));
    await user.click(press('Continue'));
    expect(field('Address of the customer’s website')).toHaveAccessibleDescription(
      'An address is required, or another look.',
    );
    await user.type(field('Address of the customer’s website'), 'www.harbour.example');
    expect(JSON.stringify({ ...localStorage })).toContain('www.harbour.example');
    await act(() => router.navigate({ to: '/tenants/new', search: {} }));
    await toReview(user);
    await user.click(press('Create without deploying'));
    await user.click(await screen.findByRole('button', { name: 'Stored, continue' }));
    expect(await screen.findByText('The page did not answer')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Analyse' })).toBeVisible();
    expect(router.state.location.search).toMatchObject({ step: 'deploy', analysis });
    expect(sent).toEqual([['analyse', { url: 'www.harbour.example' }]]);
    expect(deployments).toEqual([]);
  });

  it('of one colour is saved before the deployment', async () => {
    arrangeChecks();
    const { deployments } = arrangeCreation();
    const sent = arrangeLook();
    const { user } = renderApp('/tenants/new?step=theme');
    await step('Theme');
    await user.click(screen.getByLabelText('One colour'));
    await user.clear(field('Primary'));
    await user.type(field('Primary'), '#b91c1c');
    await user.click(screen.getByRole('link', { name: 'Back' }));
    await user.click(await screen.findByRole('link', { name: 'Back' }));
    await toReview(user);
    expect(screen.getByText('#b91c1c')).toBeVisible();
    await user.click(press('Create and deploy'));
    await waitFor(() => expect(deployments).toHaveLength(1));
    expect(sent).toEqual([['save', expect.objectContaining({ primary: '#b91c1c' })]]);
  });
});

describe('a draft', () => {
  it('survives leaving and a closed tab, without its secrets', async () => {
    arrangeChecks();
    arrangeCreation();
    const first = renderApp('/tenants/new?step=configuration');
    await step('Configuration');
    await first.user.click(press('Enter one'));
    await first.user.type(screen.getByLabelText('New password'), 'hidden-secret');
    await first.router.navigate({ to: '/tenants/new', search: { step: 'basics' } });
    await first.user.type(await screen.findByLabelText('Name', { exact: true }), 'Harbour');
    expect(JSON.stringify({ ...localStorage })).toContain('Harbour');
    expect(JSON.stringify({ ...localStorage })).not.toContain('hidden-secret');
    await first.router.navigate({ to: '/tenants' });
    await screen.findByText('No tenants yet');
    await first.router.navigate({ to: '/tenants/new', search: {} });
    expect(await screen.findByLabelText('Name', { exact: true })).toHaveValue('Harbour');
    expect(screen.getByText('Your unfinished input was restored, without its secret values.')).toBeVisible();
    await first.user.click(press('Start anew'));
    expect(field('Name')).toHaveValue('');
  });

  it('belongs to its user, and is gone after sign-out', async () => {
    arrangeChecks();
    const { user } = renderApp('/tenants/new');
    await user.type(await screen.findByLabelText('Name', { exact: true }), 'Mine');
    expect(JSON.stringify({ ...localStorage })).toContain(operator.id);
    dropDrafts();
    expect(JSON.stringify({ ...localStorage })).not.toContain('Mine');
  });
});
