import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { deploymentOptions } from './api/get-deployment';
import { getLogPage, openLogEvents } from './api/get-log';
import { DeploymentLog } from './log-stream';
import { type AnyRun, isActive, withEnd, withProgress, withStep } from './model';

/**
 * The log of a deployment; the same stream keeps its steps current.
 *
 * @param onEnd called once if the deployment ends while it is followed
 */
export function useDeploymentLog(deployment: AnyRun, onEnd: () => void) {
  const queryClient = useQueryClient();
  const { queryKey } = deploymentOptions(deployment.id);
  const isRunning = isActive(deployment);
  const startedActive = useRef(isRunning);
  const ended = useRef(onEnd);
  ended.current = onEnd;

  const [log] = useState(() => {
    const change = (how: (known: AnyRun) => AnyRun) =>
      queryClient.setQueryData<AnyRun>([...queryKey], (known) => known && how(known));
    return new DeploymentLog(
      {
        fetchPage: (afterSeq) => getLogPage(deployment, afterSeq),
        openEvents: (afterSeq) => openLogEvents(deployment, afterSeq),
      },
      {
        // Steps that changed between the first answer and the stream are in no event.
        onOpen: () => void queryClient.invalidateQueries({ queryKey }),
        onStep: (step) => change((known) => withStep(known, step)),
        onProgress: (progress) => change((known) => withProgress(known, progress)),
        onEnd: (end) => {
          change((known) => withEnd(known, end));
          void queryClient.invalidateQueries({ queryKey });
        },
      },
    );
  });

  useEffect(() => {
    log.start(startedActive.current);
    return () => log.stop();
  }, [log]);

  useEffect(() => {
    if (isRunning || !startedActive.current) return;
    startedActive.current = false;
    log.finish();
    ended.current();
  }, [isRunning, log]);

  const state = useSyncExternalStore(log.subscribe, log.getState);
  return { buffer: log.buffer, state };
}
