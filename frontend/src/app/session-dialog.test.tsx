import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { session } from '@/shared/session/session';
import { arrangeMe } from '@/test/arrange-app';
import { renderApp } from '@/test/render-app';

it('an ended session asks for the password, and Escape keeps the input that it protects', async () => {
  arrangeMe();
  const { user } = renderApp('/tenants/new');
  await user.type(await screen.findByLabelText('Name'), 'Harbour');
  let isSettled = false;
  act(() => {
    void session.expire().then(() => {
      isSettled = true;
    });
  });
  const dialog = await screen.findByRole('dialog', { name: 'Your session has ended' });
  expect(screen.getByLabelText('Password')).toHaveFocus();
  await user.keyboard('{Escape}');
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  expect(dialog).toHaveAttribute('open');
  expect(isSettled).toBe(false);
  expect(screen.getByLabelText('Name')).toHaveValue('Harbour');
});
