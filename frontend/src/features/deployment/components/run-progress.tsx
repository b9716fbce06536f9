import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { runOptions } from '../api/get-run';
import { isActive } from '../model';
import { ProgressPanel } from './progress-panel';

/** The progress of a run on the page of what it works for, and the way to its steps and log. Nothing after its end. */
export function RunProgress({ run: id }: { run: string }) {
  const { data: run } = useQuery({ ...runOptions(id), throwOnError: false });
  if (!run || !isActive(run)) return null;
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <ProgressPanel deployment={run} />
      <p className="px-4 py-2 text-sm lg:px-6">
        <Link to="/runs/$run" params={{ run: id }} className="text-accent hover:underline">
          Steps and log
        </Link>
      </p>
    </div>
  );
}
