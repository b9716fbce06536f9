import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { LogBuffer } from '@/shared/log/log-buffer';
import { LogViewer } from '@/shared/log/log-viewer';
import { StreamPill } from '@/shared/log/stream-pill';
import { errorsOptions } from '../api/service-logs';
import { LogFollower } from '../log-follower';
import { useLogFollower } from '../use-log-follower';
import { errorLog } from '../ways';
import { FailedRequestTable } from './failed-request-table';

/** After a line of a service the failed requests are read again, at most this often. Milliseconds. */
const pauseMs = 2000;

/**
 * What went wrong lately, live: warnings and errors that services print, and requests that failed. Requests have no stream of
 * their own: where one failed, a service has printed or ended. Give it a key of the tenant.
 */
export function TenantErrors({ tenant }: { tenant: string }) {
  const queryClient = useQueryClient();
  const errors = useQuery(errorsOptions(tenant));
  const [soon] = useState(() =>
    atMostEvery(
      pauseMs,
      () => void queryClient.invalidateQueries({ queryKey: errorsOptions(tenant).queryKey }),
    ),
  );
  const log = useLogFollower(() => new LogFollower(errorLog(tenant, soon), new LogBuffer()));
  const { rows } = useSyncExternalStore(log.buffer.subscribe, log.buffer.getSnapshot);

  return (
    <Loaded query={errors}>
      {({ lines, requests }) =>
        lines.length === 0 && rows.length === 0 && requests.length === 0 ? (
          <NothingYet title="No errors">
            No warnings and errors of its services, and no failed requests of visitors. New ones appear here.
          </NothingYet>
        ) : (
          <>
            <LogViewer
              buffer={log.buffer}
              label="Warnings and errors of services"
              state={<StreamPill state={log.state} />}
              isStreaming={log.state.kind !== 'denied'}
              empty={
                log.state.kind === 'connecting'
                  ? 'Loading'
                  : 'No warnings and no errors since the services were started'
              }
              className="h-[max(20rem,calc(60dvh-8rem))]"
            />
            <h2 className="px-4 pt-4 pb-2 font-semibold lg:px-6">
              Failed requests <span className="font-normal text-muted tabular-nums">{requests.length}</span>
            </h2>
            {requests.length === 0 ? (
              <p className="px-4 pb-6 text-muted lg:px-6">
                No request of a visitor was answered with 500 or above lately.
              </p>
            ) : (
              <FailedRequestTable requests={requests} />
            )}
          </>
        )
      }
    </Loaded>
  );
}

/** Acts after a pause, once for all calls within it. */
function atMostEvery(ms: number, act: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      act();
    }, ms);
  };
}
