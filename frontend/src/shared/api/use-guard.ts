import { useRef } from 'react';

type Mutate<In, Out> = (input: In, options: { onSuccess(result: Out): void; onSettled(): void }) => void;

/** A mutation that ignores a second call while one is under way, even in the same task. */
export function useGuard<In, Out>(
  mutate: Mutate<In, Out>,
  onSuccess: (result: Out) => void,
): (input: In) => void {
  const isUnderWay = useRef(false);
  return (input) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    mutate(input, {
      onSuccess,
      onSettled() {
        isUnderWay.current = false;
      },
    });
  };
}
