import { Link } from '@tanstack/react-router';
import { toProblem } from '@/shared/api/problem';
import { Notice } from '@/shared/ui/notice';

/** The reason a deployment was refused, with its remedy: the active deployment, or the missing configuration. */
export function DeployRefusal({ error }: { error: unknown }) {
  const problem = toProblem(error);
  const running = problem.problem.deploymentId;
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
