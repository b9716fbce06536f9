import { type RefObject, useLayoutEffect, useState } from 'react';

/** The inner size of the viewport and of one character of its monospaced font, in pixels. */
export function useViewport(viewport: RefObject<HTMLElement | null>, ruler: RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: 0, height: 0, character: 7.8 });

  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element) return;
    const measure = () =>
      setSize({
        width: element.clientWidth,
        height: element.clientHeight,
        character: (ruler.current?.getBoundingClientRect().width ?? 0) / 100 || 7.8,
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // The font may load after the first measurement.
    if (ruler.current) observer.observe(ruler.current);
    return () => observer.disconnect();
  }, [viewport, ruler]);

  return size;
}
