import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { randomId } from '../random-id';
import { patiently } from './patiently';
import { type ProblemError, toProblem } from './problem';

type ActionOptions<In, Out> = {
  /** @param key the `Idempotency-Key` of this intent */
  act(input: In, key: string): Promise<Out>;
  /** Keys of the queries that the action makes stale. */
  stale?: readonly QueryKey[];
  /** The form or panel shows the error itself, so no toast does. */
  isToldInPlace?: boolean;
};

type Outcome<Out> = { onSuccess?(result: Out): void; onError?(problem: ProblemError): void };

/**
 * A mutation as users mean it. A second call while one is under way does nothing, even in the same task, before React
 * has drawn the pending state. One intent has one idempotency key: repeating what may have been lost on the way acts
 * once. An answer with a short `Retry-After` is waited for, twice at most.
 */
export function useAction<In = void, Out = unknown>({
  act,
  stale = [],
  isToldInPlace,
}: ActionOptions<In, Out>) {
  const queryClient = useQueryClient();
  const isUnderWay = useRef(false);
  const intent = useRef({ input: '', key: '' });

  const mutation = useMutation<Out, Error, In>({
    mutationFn: (input) => patiently(() => act(input, intent.current.key)),
    meta: { isToldInPlace },
    onSettled(_, error) {
      isUnderWay.current = false;
      // An answer that was lost may have been a success; the next try of the same is the same intent.
      if (!error || !toProblem(error).isUnreachable) intent.current = { input: '', key: '' };
      return Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });

  function run(input: In, { onSuccess, onError }: Outcome<Out> = {}) {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const text = JSON.stringify(input) ?? '';
    if (intent.current.key === '' || intent.current.input !== text)
      intent.current = { input: text, key: randomId() };
    mutation.mutateAsync(input).then(
      (result) => onSuccess?.(result),
      (error: unknown) => onError?.(toProblem(error)),
    );
  }

  const { isPending, isSuccess, isError, error, variables, data: result, reset } = mutation;
  return { run, isPending, isSuccess, isError, error, variables, result, reset };
}
