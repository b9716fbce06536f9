import { Link } from '@tanstack/react-router';
import { QuietBadge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { ProgressBar } from '@/shared/ui/progress-bar';
import type { Tone } from '@/shared/ui/tone';
import { type BulkResult, type BulkRow, type BulkVerb, bulkAtOnce, tally } from './bulk';
import type { Bulk } from './use-bulk';

const words: Record<BulkVerb, { act: string; acting: string; about: string }> = {
  start: {
    act: 'Start',
    acting: 'Starting',
    about: 'They serve again with the release they were stopped with.',
  },
  stop: {
    act: 'Stop',
    acting: 'Stopping',
    about: 'Visitors see a maintenance page until they are started again.',
  },
  restart: {
    act: 'Restart',
    acting: 'Restarting',
    about: 'Through the other slot; visitors notice nothing.',
  },
  deploy: {
    act: 'Deploy',
    acting: 'Deploying',
    about: 'Each from its own source and ref, without downtime.',
  },
};

/** So many results are drawn; those that need a person come first. */
const mostShown = 200;

type BulkDialogProps = { bulk: Bulk | undefined; onRun(): void; onStop(): void; onClose(): void };

/** An action for many tenants: what it will do, how far it is, and what became of each. */
export function BulkDialog({ bulk, onRun, onStop, onClose }: BulkDialogProps) {
  return (
    <Dialog
      title={bulk ? title(bulk) : 'Tenants'}
      isOpen={bulk !== undefined}
      onClose={bulk?.state === 'running' ? undefined : onClose}
      className="w-[min(40rem,calc(100vw-2rem))]"
    >
      {bulk?.state === 'asking' && <Question bulk={bulk} onRun={onRun} onClose={onClose} />}
      {bulk && bulk.state !== 'asking' && <Results bulk={bulk} onStop={onStop} onClose={onClose} />}
    </Dialog>
  );
}

function title({ verb, rows, state }: Bulk): string {
  const { waiting } = tally(rows);
  if (state === 'asking') return `${words[verb].act} ${tenants(waiting)}?`;
  if (state === 'running') return `${words[verb].acting} ${tenants(rows.length)}`;
  return `${words[verb].act}: results`;
}

const tenants = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'tenant' : 'tenants'}`;

function Question({ bulk, onRun, onClose }: { bulk: Bulk; onRun(): void; onClose(): void }) {
  const { waiting, skipped } = tally(bulk.rows);
  const { act, about } = words[bulk.verb];
  return (
    <>
      <p className="text-muted">
        {waiting === 0 ? 'None of the selected tenants is in a state that allows it.' : about}
      </p>
      {skipped > 0 && (
        <p className="text-sm text-muted">{tenants(skipped)} of the selection will be left as they are:</p>
      )}
      {skipped > 0 && <Rows rows={bulk.rows.filter(({ result }) => result.kind === 'skipped')} />}
      {waiting > bulkAtOnce && (
        <p className="text-sm text-muted">{bulkAtOnce} at a time. You can stop in between.</p>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant={bulk.verb === 'stop' ? 'danger' : 'primary'}
          disabled={waiting === 0}
          onClick={onRun}
          data-autofocus
        >
          {act} {tenants(waiting)}
        </Button>
      </DialogActions>
    </>
  );
}

function Results({ bulk, onStop, onClose }: { bulk: Bulk; onStop(): void; onClose(): void }) {
  const counts = tally(bulk.rows);
  const wanted = bulk.rows.length - counts.skipped;
  const done = counts.accepted + counts.refused;
  return (
    <>
      <ProgressBar
        label="Requests answered"
        percent={wanted === 0 ? 100 : Math.round((done / wanted) * 100)}
        tone={bulk.state === 'running' ? 'busy' : counts.refused > 0 ? 'warn' : 'good'}
      />
      <p role="status" className="text-sm">
        {[
          `${counts.accepted} accepted`,
          counts.refused > 0 && `${counts.refused} refused`,
          counts.skipped > 0 && `${counts.skipped} left as they are`,
          counts.waiting > 0 && `${counts.waiting} ${bulk.state === 'done' ? 'not asked' : 'waiting'}`,
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <Rows rows={inOrder(bulk.rows)} />
      <DialogActions>
        {bulk.state === 'running' ? (
          <Button onClick={onStop}>Ask for no more</Button>
        ) : (
          <Button variant="primary" onClick={onClose} data-autofocus>
            Close
          </Button>
        )}
      </DialogActions>
    </>
  );
}

const order: Record<BulkResult['kind'], number> = {
  refused: 0,
  asking: 1,
  accepted: 2,
  waiting: 3,
  skipped: 4,
};

function inOrder(rows: readonly BulkRow[]): BulkRow[] {
  return [...rows].sort((a, b) => order[a.result.kind] - order[b.result.kind]);
}

const looks: Record<BulkResult['kind'], { tone: Tone; label: string }> = {
  waiting: { tone: 'idle', label: 'Waiting' },
  asking: { tone: 'busy', label: 'Asking' },
  accepted: { tone: 'good', label: 'Accepted' },
  refused: { tone: 'bad', label: 'Refused' },
  skipped: { tone: 'idle', label: 'Left as it is' },
};

function Rows({ rows }: { rows: readonly BulkRow[] }) {
  const shown = rows.slice(0, mostShown);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
      tabIndex={0}
      aria-label="Results"
      className="max-h-80 overflow-y-auto rounded-md border border-line"
    >
      <ul className="divide-y divide-line">
        {shown.map(({ tenant, result }) => (
          <li key={tenant.id} className="flex flex-wrap items-baseline justify-between gap-x-3 px-3 py-1.5">
            <span className="min-w-0 truncate">{tenant.name}</span>
            <span className="flex items-baseline gap-3 text-sm">
              <QuietBadge tone={looks[result.kind].tone}>{looks[result.kind].label}</QuietBadge>
              {result.kind === 'accepted' && (
                <Link
                  to="/deployments/$deployment"
                  params={{ deployment: result.deployment }}
                  target="_blank"
                  aria-label={`Follow ${tenant.name} (opens in a new tab)`}
                  className="text-accent hover:underline"
                >
                  Follow
                </Link>
              )}
            </span>
            {(result.kind === 'refused' || result.kind === 'skipped') && (
              <span className="w-full text-sm text-muted">{result.why}</span>
            )}
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <p className="border-t border-line px-3 py-1.5 text-sm text-muted">
          And {(rows.length - shown.length).toLocaleString('en')} more
        </p>
      )}
    </section>
  );
}
