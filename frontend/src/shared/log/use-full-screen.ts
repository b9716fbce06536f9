import { type KeyboardEvent, useState } from 'react';

/** A part of the page that can cover all of it; Escape ends that. */
export function useFullScreen() {
  const [isFull, setIsFull] = useState(false);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isFull || event.defaultPrevented) return;
    event.preventDefault();
    setIsFull(false);
  }
  return { isFull, toggle: () => setIsFull(!isFull), onKeyDown };
}
