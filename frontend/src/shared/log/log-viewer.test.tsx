import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aLine } from '@/test/fixtures';
import { rowHeight } from './layout';
import { LogBuffer } from './log-buffer';
import { LogViewer } from './log-viewer';

it('a search goes to its first match while it is typed, and Enter to the next', async () => {
  const buffer = new LogBuffer();
  buffer.accept(
    Array.from({ length: 200 }, (_, index) =>
      aLine(index + 1, index === 60 || index === 150 ? 'needle' : 'hay'),
    ),
  );
  render(
    <LogViewer
      buffer={buffer}
      label="Log"
      state={null}
      isStreaming={false}
      empty=""
      onDownload={() => undefined}
      isDownloading={false}
    />,
  );
  const viewport = screen.getByRole('region', { name: 'Log, lines' });
  await userEvent.type(screen.getByRole('searchbox'), 'needle');
  expect(await screen.findByText('1 of 2')).toBeVisible();
  await waitFor(() => expect(viewport.scrollTop).toBe(60 * rowHeight));
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText('2 of 2')).toBeVisible();
  expect(viewport.scrollTop).toBe(150 * rowHeight);
});
