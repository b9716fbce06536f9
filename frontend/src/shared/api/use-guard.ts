import { useRef } from 'react';

type Mutate<In> = (input: In, options: { onSettled(): void }) => void;

/** A mutation that ignores a second call while one is under way, even in the same task. */
export function useGuard<In>(mutate: Mutate<In>): (input: In) => void {
  const isUnderWay = useRef(false);
  return (input) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    mutate(input, {
      onSettled() {
        isUnderWay.current = false;
      },
    });
  };
}
