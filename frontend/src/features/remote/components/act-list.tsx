import { Play } from 'lucide-react';
import { useState } from 'react';
import { formatBytes } from '@/shared/format/bytes';
import { formatDuration } from '@/shared/format/duration';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useRemoteAct } from '../api/remote';
import type { Act, RemoteResult } from '../model';

/** What the application can do for its operator, with the answer to what was done last. */
export function ActList({ tenant, acts }: { tenant: string; acts: readonly Act[] }) {
  const [asked, setAsked] = useState<Act>();
  const [last, setLast] = useState<Act>();
  const run = useRemoteAct(tenant);

  function act(chosen: Act) {
    setAsked(undefined);
    setLast(chosen);
    run.run(chosen.id);
  }

  return (
    <Panel title="Actions" isFlush>
      <ul className="divide-y divide-line">
        {acts.map((each) => {
          const isRunning = run.isPending && last?.id === each.id;
          return (
            <li key={each.id ?? ''} className="flex min-h-11 items-center justify-between gap-3 px-4 py-1.5">
              <span className="min-w-0 break-words">{each.title}</span>
              <Button
                size="sm"
                aria-label={`Run ${each.title}`}
                isPending={isRunning}
                disabled={run.isPending}
                onClick={() => (each.confirm ? setAsked(each) : act(each))}
              >
                <Play aria-hidden />
                Run
              </Button>
            </li>
          );
        })}
      </ul>
      <div role="status">{last && run.result && <Answer title={last.title} result={run.result} />}</div>
      {run.error && (
        <div className="p-4">
          <ProblemNotice error={run.error} />
        </div>
      )}
      <Dialog
        title={`${asked?.title ?? 'Run'}?`}
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
      >
        <p className="text-muted">
          {asked?.question ?? 'The running application does this at once. It cannot be cancelled from here.'}
        </p>
        <DialogActions>
          <Button onClick={() => setAsked(undefined)}>Cancel</Button>
          <Button variant="primary" onClick={() => asked && act(asked)} data-autofocus>
            Run
          </Button>
        </DialogActions>
      </Dialog>
    </Panel>
  );
}

function Answer({ title, result }: { title: string; result: RemoteResult }) {
  const { status, tookMs, bytes, output, truncated } = result;
  return (
    <div className="grid gap-2 border-t border-line p-4">
      <p className="text-sm">
        <span className="font-medium">{title}:</span> answered {status} after {formatDuration(tookMs)},{' '}
        {formatBytes(bytes)}
        {truncated ? ', of which the end is shown.' : '.'}
      </p>
      {output.length > 0 && (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          aria-label={`Answer of ${title}`}
          className="max-h-72 overflow-auto rounded-md bg-sunken px-3 py-2"
        >
          <pre className="font-mono text-sm">{output.join('\n')}</pre>
        </section>
      )}
    </div>
  );
}
