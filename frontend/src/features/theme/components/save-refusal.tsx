import type { ProblemError } from '@/shared/api/problem';
import { Notice } from '@/shared/ui/notice';
import { ProblemNotice } from '@/shared/ui/problem-notice';

/** Why the theme was not saved. A newer version of somebody else is not overwritten. */
export function SaveRefusal({ problem, onReload }: { problem: ProblemError; onReload(): void }) {
  if (problem.status !== 412) return <ProblemNotice error={problem} />;
  return (
    <Notice tone="bad" title="Another user saved a newer version">
      <p>
        Your colours were not saved.{' '}
        <button type="button" className="font-medium underline" onClick={onReload}>
          Drop them and show the newer version
        </button>
      </p>
    </Notice>
  );
}
