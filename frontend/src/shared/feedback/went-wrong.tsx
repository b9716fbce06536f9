import { CloudOff, Compass, ShieldX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ProblemError, toProblem } from '../api/problem';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Silence } from './silence';

function iconFor(problem: ProblemError) {
  if (problem.isUnreachable) return CloudOff;
  if (problem.status === 404) return Compass;
  return problem.status === 403 ? ShieldX : TriangleAlert;
}

/** A failed load: the manager's message, the id for its log, and a retry button where a retry can help. */
export function WentWrong({
  error,
  onRetry,
  retryInMs,
  action,
}: {
  error: unknown;
  onRetry?(): void;
  /** Until the next automatic try, if there is one. */
  retryInMs?: number;
  action?: ReactNode;
}) {
  const problem = toProblem(error);
  const canRetry = onRetry && problem.status !== 404 && problem.status !== 403;
  return (
    <div role="alert">
      <Silence
        Icon={iconFor(problem)}
        title={problem.title}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {canRetry && <Button onClick={onRetry}>Try again</Button>}
            {action}
          </div>
        }
      >
        {problem.detail && <p>{problem.detail}</p>}
        {retryInMs !== undefined && (
          <p aria-hidden className="tabular-nums">
            Retrying in {Math.max(0, Math.ceil(retryInMs / 1000))} s
          </p>
        )}
        {problem.instance && (
          <p className="mt-2 inline-flex items-center gap-1 font-mono text-xs">
            {problem.instance}
            <CopyButton text={problem.instance} label="Copy the reference" />
          </p>
        )}
      </Silence>
    </div>
  );
}
