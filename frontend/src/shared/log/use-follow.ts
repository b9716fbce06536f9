import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Distance to the end that counts as being at the end. Pixels. */
const nearEnd = 10;

/**
 * Following stops when the user scrolls up and resumes at the end; it never moves a view that the user is reading.
 *
 * @param total height of the content in pixels; each change scrolls a following view to the end
 * @param view height of the viewport in pixels; a change of it too
 */
export function useFollow(viewport: RefObject<HTMLElement | null>, total: number, view: number) {
  const [isFollowing, setIsFollowing] = useState(true);
  const [scrollTop, setScrollTop] = useState(0);
  const lastTop = useRef(0);

  const goTo = useCallback(
    (top: number) => {
      const element = viewport.current;
      if (!element) return;
      element.scrollTop = top;
      lastTop.current = element.scrollTop;
      setScrollTop(element.scrollTop);
    },
    [viewport],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a viewport of another height ends elsewhere
  useLayoutEffect(() => {
    if (isFollowing) goTo(total);
  }, [isFollowing, total, view, goTo]);

  const onScroll = useCallback(() => {
    const element = viewport.current;
    if (!element) return;
    const top = element.scrollTop;
    const isAtEnd = element.scrollHeight - top - element.clientHeight <= nearEnd;
    if (isAtEnd) setIsFollowing(true);
    else if (top < lastTop.current) setIsFollowing(false);
    lastTop.current = top;
    setScrollTop(top);
  }, [viewport]);

  const follow = useCallback(() => setIsFollowing(true), []);
  const leaveTo = useCallback(
    (top: number) => {
      setIsFollowing(false);
      goTo(top);
    },
    [goTo],
  );

  return { isFollowing, scrollTop, onScroll, follow, leaveTo };
}
