import { type RefObject, useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createStore } from '../store';

/** Distance to the end that counts as being at the end. Pixels. */
const nearEnd = 10;

/**
 * Following stops when the user scrolls up and resumes at the end; it never moves a view that the user is reading.
 *
 * @param end the scroll position of the end, in pixels. It is computed and not read from the page: reading makes the
 *   browser lay out the page, once more for each new line.
 */
export function useFollow(viewport: RefObject<HTMLElement | null>, end: number) {
  // Undefined while following. A store, because its changes are drawn at once and together with those of the log.
  const [place] = useState(() => createStore<number | undefined>(undefined));
  const at = useSyncExternalStore(place.subscribe, place.get);
  const isFollowing = at === undefined;
  const lastTop = useRef(0);

  useLayoutEffect(() => {
    if (!isFollowing || !viewport.current) return;
    viewport.current.scrollTop = end;
    lastTop.current = end;
  }, [isFollowing, end, viewport]);

  const onScroll = useCallback(() => {
    const element = viewport.current;
    if (!element) return;
    const top = element.scrollTop;
    const isAtEnd = element.scrollHeight - top - element.clientHeight <= nearEnd;
    if (isAtEnd) place.set(undefined);
    else if (place.get() !== undefined || top < lastTop.current) place.set(top);
    lastTop.current = top;
  }, [viewport, place]);

  const follow = useCallback(() => place.set(undefined), [place]);
  const leaveTo = useCallback(
    (top: number) => {
      if (!viewport.current) return;
      viewport.current.scrollTop = top;
      lastTop.current = viewport.current.scrollTop;
      place.set(lastTop.current);
    },
    [viewport, place],
  );

  return { isFollowing, scrollTop: at ?? end, onScroll, follow, leaveTo };
}
