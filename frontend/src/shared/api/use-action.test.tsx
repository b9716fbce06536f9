import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '@/app/query-client';
import { patiently } from './patiently';
import { problemOf } from './problem';
import { useAction } from './use-action';

function render(send: (input: string, key: string) => Promise<string>) {
  const queryClient = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  return renderHook(() => useAction({ act: send, isToldInPlace: true }), { wrapper }).result;
}

describe('an action', () => {
  it('has a new key for each intent', async () => {
    const keys: string[] = [];
    const action = render(async (_, key) => {
      keys.push(key);
      return 'done';
    });
    for (const count of [1, 2]) {
      act(() => action.current.run('deploy'));
      await waitFor(() => expect(keys).toHaveLength(count));
      await waitFor(() => expect(action.current.isPending).toBe(false));
    }
    expect(new Set(keys).size).toBe(2);
  });

  it('keeps its key when the answer was lost and the same is tried again', async () => {
    const keys: string[] = [];
    const action = render(async (_, key) => {
      keys.push(key);
      if (keys.length === 1) throw problemOf(undefined, 0);
      return 'done';
    });
    act(() => action.current.run('deploy'));
    await waitFor(() => expect(action.current.isError).toBe(true));
    act(() => action.current.run('deploy'));
    await waitFor(() => expect(action.current.isSuccess).toBe(true));
    expect(keys[1]).toBe(keys[0]);
  });

  it('has another key for another input, even after a lost answer', async () => {
    const keys: string[] = [];
    const action = render(async (_, key) => {
      keys.push(key);
      throw problemOf(undefined, 0);
    });
    act(() => action.current.run('one'));
    await waitFor(() => expect(action.current.isError).toBe(true));
    act(() => action.current.run('two'));
    await waitFor(() => expect(keys).toHaveLength(2));
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('waits as long as Retry-After says, and acts with the same key', async () => {
    const keys: string[] = [];
    const action = render(async (_, key) => {
      keys.push(key);
      if (keys.length === 1) throw problemOf({ title: 'Busy' }, 503, '0');
      return 'done';
    });
    act(() => action.current.run('deploy'));
    await waitFor(() => expect(action.current.isSuccess).toBe(true));
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  it('tells the refusal instead of waiting for minutes', async () => {
    const send = vi.fn(async () => {
      throw problemOf({ title: 'Too many' }, 429, '600');
    });
    const action = render(send);
    act(() => action.current.run('deploy'));
    await waitFor(() => expect(action.current.isError).toBe(true));
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('acting again', () => {
  const lost = () => Promise.reject(problemOf(undefined, 0, '0'));

  it('is what an action does not do after a lost answer, and many of them do', async () => {
    const alone = vi.fn(lost);
    await expect(patiently(alone)).rejects.toThrow('Manager unreachable');
    expect(alone).toHaveBeenCalledTimes(1);
    const oneOfMany = vi.fn(lost);
    await expect(patiently(oneOfMany, { isAway: true })).rejects.toThrow('Manager unreachable');
    expect(oneOfMany).toHaveBeenCalledTimes(3);
  });

  it('needs a busy manager that says for how long', async () => {
    const busy = vi.fn(() => Promise.reject(problemOf({ title: 'Busy' }, 503)));
    await expect(patiently(busy)).rejects.toThrow('Busy');
    expect(busy).toHaveBeenCalledTimes(1);
  });
});
