import { toProblem } from '../api/problem';
import { Notice } from './notice';

/** Why an action was refused, above the form that asked for it. */
export function ProblemNotice({ error }: { error: unknown }) {
  const { title, detail, fieldErrors } = toProblem(error);
  return (
    <Notice tone="bad" title={title}>
      {detail && <p>{detail}</p>}
      {fieldErrors.length > 0 && (
        <ul className="list-disc pl-4">
          {fieldErrors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <code className="font-mono">{field}</code>: {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
