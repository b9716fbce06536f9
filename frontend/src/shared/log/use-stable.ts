import { useRef, useState } from 'react';

/** A function that stays the same and does what the latest one does, so that what takes it is not drawn again. */
export function useStable<In extends unknown[], Out>(act: (...input: In) => Out): (...input: In) => Out {
  const latest = useRef(act);
  latest.current = act;
  const [stable] = useState(
    () =>
      (...input: In) =>
        latest.current(...input),
  );
  return stable;
}
