import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { TenantSummary } from '@/features/tenant/model';
import { keys } from '@/shared/api/keys';
import { type BulkRow, type BulkVerb, newRows, runBulk } from './bulk';

/** Thousands of results are drawn together, so often. */
const drawEveryMs = 100;

export type Bulk = { verb: BulkVerb; rows: readonly BulkRow[]; state: 'asking' | 'running' | 'done' };

/** An action for many tenants: first asked about, then run, then its results read and closed. */
export function useBulk() {
  const queryClient = useQueryClient();
  const [bulk, setBulk] = useState<Bulk>();
  const isStopped = useRef(false);
  const stop = useCallback(() => {
    isStopped.current = true;
  }, []);
  useEffect(() => stop, [stop]);

  function propose(verb: BulkVerb, tenants: readonly TenantSummary[]) {
    setBulk({ verb, rows: newRows(verb, tenants), state: 'asking' });
  }

  function run() {
    if (bulk?.state !== 'asking') return;
    const { verb } = bulk;
    const rows = [...bulk.rows];
    isStopped.current = false;
    setBulk({ verb, rows, state: 'running' });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = (state: Bulk['state']) => setBulk((open) => open && { verb, rows: [...rows], state });
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        draw('running');
      }, drawEveryMs);
    };
    void runBulk(verb, rows, soon, () => isStopped.current).then(() => {
      clearTimeout(timer);
      draw('done');
      void queryClient.invalidateQueries({ queryKey: [keys.tenants, 'list'] });
      void queryClient.invalidateQueries({ queryKey: [keys.deployments] });
    });
  }

  return { bulk, propose, run, stop, close: () => setBulk(undefined) };
}
