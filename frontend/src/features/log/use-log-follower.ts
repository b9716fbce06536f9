import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LogFollower } from './log-follower';

/** Follows a log as long as the component is shown. Give the component a key of what is followed. */
export function useLogFollower<P>(make: () => LogFollower<P>) {
  const [follower] = useState(make);
  useEffect(() => {
    follower.start();
    return () => follower.stop();
  }, [follower]);
  const state = useSyncExternalStore(follower.subscribe, follower.getState);
  const { older, isLoading } = useSyncExternalStore(follower.subscribeOlder, follower.getOlder);
  return {
    buffer: follower.buffer,
    state,
    onOlder: older === null ? undefined : follower.loadOlder,
    isLoadingOlder: isLoading,
  };
}
