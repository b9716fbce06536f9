import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TenantCertificate } from '@/features/certificate/api/certificates';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const viewer = { ...operator, username: 'vera', role: 'viewer' as const };
const tenant = aTenant();
const path = `/tenants/${tenant.slug}/certificate`;

const served = {
  issuer: 'R11',
  serial: '4a9f',
  names: ['bakery.example.com'],
  origin: 'acme' as const,
  notBefore: '2026-03-01T10:00:00Z',
  notAfter: '2036-05-30T10:00:00Z',
  renewAt: '2036-04-30T10:00:00Z',
};

function certificate(values: Partial<TenantCertificate> = {}): TenantCertificate {
  return {
    state: 'ok',
    mode: 'automatic',
    certificate: served,
    fallback: null,
    authority: 'acme-v02.api.letsencrypt.org',
    authorityNote: null,
    lastFailure: null,
    names: [],
    namesCheckedAt: null,
    servedSerial: '4a9f',
    servedAt: '2026-03-01T10:00:00Z',
    lastRenewal: null,
    runId: null,
    ...values,
  };
}

function arrangeTenant() {
  arrange(
    http.get('*/api/tenants/:id', () => HttpResponse.json(tenant)),
    http.get('*/api/deployments', () => page([])),
  );
}

function arrangeCertificate(values: Partial<TenantCertificate> = {}) {
  arrangeTenant();
  arrange(http.get('*/api/tenants/:id/certificate', () => HttpResponse.json(certificate(values))));
}

describe('the list of certificates', () => {
  it('names state, time left and names, and leads to the tenant', async () => {
    arrangeMe();
    const { issuer, serial, names, origin, notAfter } = served;
    const item = { tenantId: tenant.id, slug: tenant.slug, name: tenant.name, domain: tenant.domain };
    const sorts: (string | null)[] = [];
    arrange(
      http.get('*/api/certificates', ({ request }) => {
        sorts.push(new URL(request.url).searchParams.get('sort'));
        return page([{ ...item, issuer, serial, names, origin, notAfter, state: 'waiting' }]);
      }),
    );
    const { user } = renderApp('/certificates');
    const row = await screen.findByRole('row', { name: /Harbour Bakery/ });
    expect(row).toHaveTextContent('Waiting for DNS');
    expect(row).toHaveTextContent('bakery.example.com');
    expect(within(row).getByRole('link')).toHaveAttribute('href', path);
    await user.click(screen.getByRole('button', { name: /^Tenant/ }));
    await waitFor(() => expect(sorts).toContain('slug'));
    expect(sorts[0]).toBe('notAfter');
  });

  it('says where certificates come from while there is none', async () => {
    arrangeMe();
    arrange(http.get('*/api/certificates', () => page([])));
    renderApp('/certificates');
    expect(await screen.findByText('No certificates yet')).toBeVisible();
  });

  it('says so when it cannot be loaded', async () => {
    arrangeMe();
    arrange(
      http.get('*/api/certificates', () =>
        refusal({ title: 'Something went wrong', status: 500, code: 'request.failed' }),
      ),
    );
    renderApp('/certificates');
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong');
  });
});

describe('the certificate of a tenant', () => {
  it('is renewed at a click, and not twice', async () => {
    arrangeMe();
    arrangeTenant();
    let runId: string | null = null;
    let renewals = 0;
    arrange(
      http.get('*/api/tenants/:id/certificate', () =>
        HttpResponse.json(certificate({ runId, state: runId ? 'renewing' : 'ok' })),
      ),
      http.post('*/api/tenants/:id/certificate/renew', () => {
        renewals++;
        runId = tenant.id;
        return HttpResponse.json({ runId }, { status: 202 });
      }),
    );
    const { user } = renderApp(path);
    await user.click(await screen.findByRole('button', { name: 'Renew now' }));
    expect(await screen.findByText('Renewing')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Renew now' })).toBeDisabled();
    expect(renewals).toBe(1);
  });

  it('tells what each name server says, and the last failure with the next attempt', async () => {
    arrangeMe();
    arrangeCertificate({
      state: 'failing',
      lastFailure: {
        detail: 'acme-v02.api.letsencrypt.org: too many requests',
        at: '2026-03-01T10:00:00Z',
        attempts: 3,
        nextAttemptAt: '2026-03-01T14:00:00Z',
      },
      names: [
        {
          host: 'bakery.example.com',
          pointsHere: false,
          detail: 'bakery.example.com does not lead to this server',
          servers: [
            { server: 'ns1.example.net', addresses: ['198.51.100.20'], problem: null },
            { server: 'ns2.example.net', addresses: [], problem: 'does not answer' },
          ],
        },
      ],
      namesCheckedAt: '2026-03-01T10:00:00Z',
    });
    renderApp(path);
    const dns = await screen.findByRole('region', { name: 'DNS' });
    expect(dns).toHaveTextContent('Does not lead here');
    expect(dns).toHaveTextContent('ns1.example.net says 198.51.100.20');
    expect(dns).toHaveTextContent('ns2.example.net does not answer');
    expect(screen.getByText(/3 attempts in a row/)).toBeVisible();
    expect(screen.getByText('acme-v02.api.letsencrypt.org: too many requests')).toBeVisible();
  });

  it('is replaced by one of its owner, after what is wrong was told at its field', async () => {
    arrangeMe();
    arrangeCertificate();
    const sent: unknown[] = [];
    arrange(
      http.put('*/api/tenants/:id/certificate', async ({ request }) => {
        sent.push(await request.json());
        return sent.length === 1
          ? refusal({
              title: 'Invalid',
              status: 400,
              code: 'request.invalid',
              errors: [{ field: 'key', message: 'does not belong to the first certificate of the chain' }],
            })
          : HttpResponse.json({ runId: tenant.id }, { status: 202 });
      }),
    );
    const { user } = renderApp(path);
    await user.click(await screen.findByRole('button', { name: 'Upload' }));
    const dialog = screen.getByRole('dialog', { name: 'Upload a certificate' });
    await user.type(within(dialog).getByLabelText('Certificates'), 'chain');
    await user.type(within(dialog).getByLabelText('Private key'), 'key');
    await user.click(within(dialog).getByRole('button', { name: 'Upload' }));
    expect(
      await within(dialog).findByText('does not belong to the first certificate of the chain'),
    ).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Upload' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([
      { chain: 'chain', key: 'key' },
      { chain: 'chain', key: 'key' },
    ]);
  });

  it('is only shown to those who may not change it', async () => {
    arrangeMe(viewer);
    arrangeCertificate();
    renderApp(path);
    expect(await screen.findByRole('region', { name: 'Certificate' })).toHaveTextContent('R11');
    expect(screen.queryByRole('button', { name: 'Renew now' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Upload' })).toBeNull();
  });

  it('does not exist before the first deployment', async () => {
    arrangeMe();
    arrangeCertificate({ state: 'none', certificate: null });
    renderApp(path);
    expect(await screen.findByText('No certificate yet')).toBeVisible();
  });
});
