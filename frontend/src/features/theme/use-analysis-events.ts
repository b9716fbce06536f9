import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onSignedOut } from '@/shared/live/stream-end';
import type { Analysis } from './analysis';
import { analysisOptions, openAnalysisEvents } from './api/analysis';

/**
 * Keeps a running analysis current by the stream of its run. Should the stream be refused, the topic `runs` still tells its
 * end.
 */
export function useAnalysisEvents(id: string, isRunning: boolean) {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isRunning) return;
    const { queryKey } = analysisOptions(id);
    const events = openAnalysisEvents(id);
    const reload = () => void queryClient.invalidateQueries({ queryKey });
    for (const type of ['step', 'gap']) events.addEventListener(type, reload);
    events.addEventListener('progress', (message) => {
      const { progressPercent } = JSON.parse((message as MessageEvent<string>).data) as Pick<
        Analysis,
        'progressPercent'
      >;
      queryClient.setQueryData(
        queryKey,
        (known) => known && { ...known, progressPercent: Math.max(known.progressPercent, progressPercent) },
      );
    });
    // The server has said all; a browser would ask for the stream again.
    events.addEventListener('end', () => {
      events.close();
      reload();
    });
    onSignedOut(events, reload);
    return () => events.close();
  }, [id, isRunning, queryClient]);
}
