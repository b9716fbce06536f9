import { screen, waitFor } from '@testing-library/react';
import { delay } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrangeMe, page } from '@/test/arrange-app';
import { aTenant } from '@/test/fixtures';
import { renderApp } from '@/test/render-app';
import { arrange, http } from '@/test/server';

describe('the tenant list', () => {
  beforeEach(() => arrangeMe());

  it('loses no keystroke while a slow search loads, and keeps the old rows until then', async () => {
    arrange(
      http.get('*/api/tenants', async ({ request }) => {
        if (!new URL(request.url).searchParams.has('search')) return page([aTenant()]);
        await delay(500);
        return page([]);
      }),
    );
    const { user, router } = renderApp('/tenants');
    const field = await screen.findByRole('searchbox');
    await screen.findByRole('row', { name: /Harbour Bakery/ });
    await user.type(field, 'broken');
    // The first search is under way.
    await waitFor(() => expect(router.state.location.search).toEqual({ search: 'broken' }));
    await delay(250);
    expect(field).toHaveFocus();
    expect(screen.getByRole('row', { name: /Harbour Bakery/ })).toBeVisible();
    await user.type(field, '-exit');
    expect(field).toHaveValue('broken-exit');
    await waitFor(() => expect(router.state.location.search).toEqual({ search: 'broken-exit' }));
    expect(await screen.findByText('No tenant matches')).toBeVisible();
    expect(field).toHaveFocus();
  });

  it('sorts by its heads, in the address', async () => {
    const asked: (string | null)[] = [];
    arrange(
      http.get('*/api/tenants', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('sort'));
        return page([aTenant()]);
      }),
    );
    const { user, router } = renderApp('/tenants');
    await user.click(await screen.findByRole('button', { name: 'Domain' }));
    expect(router.state.location.search).toEqual({ sort: 'domain' });
    await user.click(screen.getByRole('button', { name: 'Domain' }));
    await waitFor(() => expect(asked.at(-1)).toBe('-domain'));
    expect(screen.getByRole('columnheader', { name: 'Domain' })).toHaveAttribute('aria-sort', 'descending');
  });

  it('has one menu for all rows, which its button opens and closes and the keyboard leaves', async () => {
    arrange(
      http.get('*/api/tenants', () =>
        page([aTenant(), aTenant({ id: 'other', slug: 'other', name: 'Other' })]),
      ),
    );
    const { user } = renderApp('/tenants');
    const first = await screen.findByRole('button', { name: 'Actions for Harbour Bakery' });
    await user.click(first);
    expect(await screen.findByRole('menu')).toBeVisible();
    expect(first).toHaveAttribute('aria-expanded', 'true');
    await user.click(first);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    const second = screen.getByRole('button', { name: 'Actions for Other' });
    second.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('menuitem', { name: 'Deployments' })).toHaveAttribute(
      'href',
      '/tenants/other/deployments',
    );
    expect(second).toHaveAttribute('aria-expanded', 'true');
    expect(first).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{ArrowDown}');
    expect(screen.getAllByRole('menuitem')).toContain(document.activeElement);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(second).toHaveFocus();
  });

  it('requests nothing for a row that is only hovered', async () => {
    const asked: string[] = [];
    arrange(
      http.get('*/api/tenants', () => page([aTenant()])),
      http.get('*/api/*', ({ request }) => {
        asked.push(new URL(request.url).pathname);
        return page([]);
      }),
    );
    const { user } = renderApp('/tenants');
    const link = await screen.findByRole('link', { name: 'Harbour Bakery' });
    await delay(50);
    asked.length = 0;
    await user.hover(link);
    await delay(200);
    expect(asked).toEqual([]);
  });

  it('moves between its rows with the arrow keys', async () => {
    arrange(
      http.get('*/api/tenants', () =>
        page([
          aTenant(),
          aTenant({ id: '0190aaaa-0000-7000-8000-00000000000b', slug: 'other', name: 'Other' }),
        ]),
      ),
    );
    const { user } = renderApp('/tenants');
    (await screen.findByRole('link', { name: 'Harbour Bakery' })).focus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'Other' })).toHaveFocus();
  });
});
