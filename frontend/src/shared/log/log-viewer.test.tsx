import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { aLine, lines } from '@/test/fixtures';
import { rowHeight } from './layout';
import { LogBuffer } from './log-buffer';
import { LogViewer } from './log-viewer';
import type { LogView } from './use-log-view';

function show(
  buffer: LogBuffer,
  more: { view?: LogView; onView?(view: LogView): void; onOlder?(): void } = {},
) {
  render(
    <LogViewer buffer={buffer} label="Log" state={null} isStreaming={false} empty="" hasLinks {...more} />,
  );
  return screen.getByRole('region', { name: 'Log, lines' });
}

function aHaystack() {
  const buffer = new LogBuffer();
  const text = (index: number) =>
    index === 60 || index === 150 ? 'needle' : index === 10 ? 'beware' : 'hay';
  buffer.accept(
    Array.from({ length: 200 }, (_, index) =>
      aLine(index + 1, text(index), { level: index === 10 ? 'warn' : 'info' }),
    ),
  );
  return buffer;
}

it('a search goes to its first match while it is typed, and Enter to the next', async () => {
  const viewport = show(aHaystack());
  await userEvent.type(screen.getByRole('searchbox'), 'needle');
  expect(await screen.findByText('1 of 2')).toBeVisible();
  await waitFor(() => expect(viewport.scrollTop).toBe(60 * rowHeight));
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText('2 of 2')).toBeVisible();
  expect(viewport.scrollTop).toBe(150 * rowHeight);
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText('1 of 2')).toBeVisible();
});

it('what is typed and chosen goes into the address after a pause', async () => {
  const onView = vi.fn();
  show(aHaystack(), { onView });
  await userEvent.type(screen.getByRole('searchbox'), 'needle');
  await userEvent.click(screen.getByRole('button', { name: 'Only matching lines' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Least level' }), 'warn');
  await waitFor(() =>
    expect(onView).toHaveBeenLastCalledWith({ query: 'needle', isFiltered: true, level: 'warn' }),
  );
  expect(onView.mock.calls.length).toBeLessThan(4);
});

it('a level shows the lines that have it', async () => {
  show(aHaystack(), { view: { level: 'warn' } });
  expect(await screen.findByText('beware')).toBeVisible();
  expect(screen.queryByText('hay')).toBeNull();
});

it('a search without a match says so, among all lines and among none', async () => {
  show(aHaystack(), { view: { query: 'nowhere', isFiltered: true } });
  expect(await screen.findByText('no matches')).toBeVisible();
  expect(screen.getByText('No line matches the search')).toBeVisible();
});

it('the full screen ends with Escape', async () => {
  show(aHaystack());
  await userEvent.click(screen.getByRole('button', { name: 'Full screen' }));
  expect(screen.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Full screen' })).toBeVisible();
});

it('older lines are offered as long as there are some', async () => {
  const onOlder = vi.fn();
  const buffer = new LogBuffer(1000, (notify) => notify(), 'sparse');
  buffer.accept(lines(50, 60));
  show(buffer, { onOlder });
  await userEvent.click(screen.getByRole('button', { name: 'Load older lines' }));
  expect(onOlder).toHaveBeenCalledOnce();
});

describe('a log that grows while it is followed', () => {
  const rows = () => [...document.querySelectorAll<HTMLElement>('[data-seq]')];

  function follow() {
    const buffer = new LogBuffer(undefined, (draw) => draw());
    let drawings = 0;
    render(
      <Profiler id="log" onRender={() => drawings++}>
        <LogViewer buffer={buffer} label="Log" state={null} isStreaming empty="" hasLinks />
      </Profiler>,
    );
    act(() => buffer.accept(lines(1, 500)));
    return { buffer, drawings: () => drawings };
  }

  it('is drawn once for all lines that came', () => {
    const { buffer, drawings } = follow();
    const before = drawings();
    act(() => buffer.accept(lines(501, 1000)));
    expect(drawings()).toBe(before + 1);
    expect(rows().at(-1)).toHaveAttribute('data-seq', '1000');
  });

  it('uses its elements again where all lines in view are others', () => {
    const { buffer } = follow();
    const before = rows();
    act(() => buffer.accept(lines(501, 1000)));
    expect(rows()).toEqual(before);
    expect(before[0]).toHaveTextContent('line 980');
  });

  it('keeps the element of a line that stays in view, and with it what is selected', () => {
    const { buffer } = follow();
    const last = rows().at(-1);
    act(() => buffer.accept(lines(501, 503)));
    expect(rows().at(-4)).toBe(last);
    expect(last).toHaveAttribute('data-seq', '500');
  });
});
