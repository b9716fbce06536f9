import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TenantTheme } from '@/features/theme/model';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant, operator } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, HttpResponse, http, refusal } from '@/test/server';

const theme: NonNullable<TenantTheme['theme']> = {
  palette: { primary: '#0f766e', neutral: 'tinted' },
  fonts: {},
  radius: 'medium',
  light: {},
  dark: {},
  brandOverride: false,
  scales: { primary: { 50: '#f0fdfa', 950: '#042f2e' } },
  tokens: { light: { primary: '#0f766e' }, dark: { primary: '#0f766e' } },
};

const stored: TenantTheme = {
  version: 3,
  theme,
  contrast: [],
  logo: null,
  reason: null,
  createdAt: '2026-03-01T10:00:00Z',
  createdBy: 'olive',
};

function arrangeTheme(values: Partial<TenantTheme> = {}) {
  arrange(
    http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant())),
    http.get('*/api/deployments', () => page([])),
    http.get('*/api/tenants/:id/theme', () =>
      HttpResponse.json({ ...stored, ...values }, { headers: { ETag: '"3.a"' } }),
    ),
    http.post('*/api/tenants/:id/theme/preview', () => HttpResponse.json({ theme, contrast: [] })),
  );
}

describe('the theme of a tenant', () => {
  beforeEach(() => arrangeMe());

  it('is saved over the version that the draft began with, and nothing else is lost', async () => {
    const sent: unknown[] = [];
    arrangeTheme();
    arrange(
      http.put('*/api/tenants/:id/theme', async ({ request }) => {
        sent.push([request.headers.get('If-Match'), await request.json()]);
        return HttpResponse.json({ ...stored, version: 4 }, { headers: { ETag: '"4.a"' } });
      }),
    );
    const { user } = renderApp('/tenants/harbour-bakery/theme');
    const primary = await screen.findByLabelText('Primary');
    await user.clear(primary);
    await user.type(primary, '#b91c1c');
    await user.click(screen.getByRole('button', { name: 'Save and publish' }));
    expect(await screen.findByText('Version 4 is saved')).toBeVisible();
    expect(sent).toEqual([
      [
        '"3.a"',
        expect.objectContaining({
          palette: expect.objectContaining({ primary: '#b91c1c', neutral: 'tinted', accent: null }),
          radius: 'medium',
          brandOverride: false,
        }),
      ],
    ]);
  });

  it('is not saved over a newer version, and keeps what was chosen until it is dropped', async () => {
    arrangeTheme();
    arrange(http.put('*/api/tenants/:id/theme', () => refusal({ title: 'Changed meanwhile', status: 412 })));
    const { user } = renderApp('/tenants/harbour-bakery/theme');
    await user.selectOptions(await screen.findByLabelText(/^Corners/), 'full');
    await user.click(screen.getByRole('button', { name: 'Save and publish' }));
    expect(await screen.findByText('Another user saved a newer version')).toBeVisible();
    expect(screen.getByLabelText(/^Corners/)).toHaveValue('full');
    await user.click(screen.getByRole('button', { name: 'Drop them and show the newer version' }));
    expect(screen.getByLabelText(/^Corners/)).toHaveValue('medium');
  });

  it('stays as it is while what is typed is no colour', async () => {
    arrangeTheme();
    const { user } = renderApp('/tenants/harbour-bakery/theme');
    const primary = await screen.findByLabelText('Primary');
    await user.clear(primary);
    await user.type(primary, 'teal');
    await user.tab();
    expect(primary).toHaveAccessibleDescription('Six digits, such as #1d4ed8');
    expect(screen.queryByText(/unsaved/)).toBeNull();
  });
});

describe('the real page', () => {
  beforeEach(() => arrangeMe());
  const live = aTenant({ status: 'active' });

  it('is shown in the draft, not in what is stored, when it is asked for', async () => {
    const sent: unknown[] = [];
    arrangeTheme();
    arrange(
      http.get('*/api/tenants/:id', () => HttpResponse.json(live)),
      http.post('*/api/tenants/:id/theme/pictures', async ({ request }) => {
        const { palette } = (await request.json()) as { palette: { primary: string } };
        sent.push([new URL(request.url).searchParams.get('path'), palette.primary]);
        return HttpResponse.json({
          address: live.url,
          worn: true,
          durationMs: 2400,
          pictures: [
            { device: 'desktop', scheme: 'light', widthPx: 1280, heightPx: 800, png: 'iVBORw0KGgo=' },
          ],
        });
      }),
    );
    const { user } = renderApp('/tenants/harbour-bakery/theme');
    const primary = await screen.findByLabelText('Primary');
    await user.clear(primary);
    await user.type(primary, '#b91c1c');
    expect(sent).toEqual([]);
    await user.type(await screen.findByLabelText('Page of the site'), '/prices');
    await user.click(screen.getByRole('button', { name: 'Show the page' }));
    expect(await screen.findByRole('img', { name: /at desktop width in light colours/ })).toHaveAttribute(
      'src',
      'data:image/png;base64,iVBORw0KGgo=',
    );
    expect(sent).toEqual([['/prices', '#b91c1c']]);
    expect(screen.getByText('Taken in 2.4 s.')).toBeVisible();
  });

  it('cannot be shown before the site is up', async () => {
    arrangeTheme();
    arrange(http.get('*/api/tenants/:id', () => HttpResponse.json(aTenant({ status: 'draft' }))));
    renderApp('/tenants/harbour-bakery/theme');
    expect(await screen.findByText(/^Once the site is up/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show the page' })).toBeNull();
  });
});

describe('a viewer', () => {
  beforeEach(() => arrangeMe({ ...operator, role: 'viewer' }));

  it('sees the theme and cannot change it', async () => {
    arrangeTheme();
    renderApp('/tenants/harbour-bakery/theme');
    expect(await screen.findByLabelText('Primary')).toBeDisabled();
    await waitFor(() => expect(screen.getByText('Contrast')).toBeVisible());
    expect(screen.queryByRole('button', { name: /Undo|Redo|Save|Choose colours|Show the page/ })).toBeNull();
  });

  it('sees that a tenant has none, without a button', async () => {
    arrangeTheme({ version: 0, theme: null });
    renderApp('/tenants/harbour-bakery/theme');
    expect(await screen.findByText('This tenant has no theme.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Choose colours' })).toBeNull();
  });
});
