import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Notice } from '@/shared/ui/notice';
import { deploymentOptions } from '../api/get-deployment';
import { isActive } from '../model';

/**
 * The reason a deployment was refused, with its remedy: the active deployment, or the missing configuration.
 *
 * @param onOver called once the deployment that was in the way has ended, so that the reason no longer holds
 */
export function DeployRefusal({ error, onOver }: { error: unknown; onOver(): void }) {
  const problem = toProblem(error);
  const running = problem.problem.deploymentId;
  const { data: other } = useQuery({
    ...deploymentOptions(running ?? ''),
    enabled: running !== undefined,
    throwOnError: false,
  });
  const over = useRef(onOver);
  over.current = onOver;
  const isOver = other !== undefined && !isActive(other);
  useEffect(() => {
    if (isOver) over.current();
  }, [isOver]);

  return (
    <Notice tone={problem.status === 409 ? 'warn' : 'bad'} title={problem.title}>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.fieldErrors.length > 0 && (
        <ul className="list-disc pl-4">
          {problem.fieldErrors.map(({ field, message }) => (
            <li key={field}>
              <code className="font-mono">{field}</code>: {message}
            </li>
          ))}
        </ul>
      )}
      {running && (
        <Link
          to="/deployments/$deployment"
          params={{ deployment: running }}
          className="font-medium underline"
        >
          Show the active deployment
        </Link>
      )}
    </Notice>
  );
}
