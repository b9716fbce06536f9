import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { cn } from '@/shared/cn';
import { ToneIcon } from '@/shared/ui/badge';
import { type Tone, toneText } from '@/shared/ui/tone';
import type { Overview } from '../model';

type Status = keyof Overview['tenants']['byStatus'];
type Health = keyof Overview['tenants']['byHealth'];

const statuses: [Status, string, Tone][] = [
  ['active', 'active', 'good'],
  ['failed', 'failed', 'bad'],
  ['deploying', 'deploying', 'busy'],
  ['stopped', 'stopped', 'idle'],
  ['draft', 'drafts', 'idle'],
  ['deleting', 'deleting', 'warn'],
];

const healths: [Health, string, Tone][] = [
  ['healthy', 'healthy', 'good'],
  ['degraded', 'degraded', 'warn'],
  ['unhealthy', 'unhealthy', 'bad'],
  ['unknown', 'not checked', 'idle'],
];

/** How many tenants there are, by status and by health; each figure leads to those tenants. */
export function Totals({ overview }: { overview: Overview }) {
  const { tenants, ports } = overview;
  return (
    <dl className="flex flex-wrap gap-x-6 border-b border-line px-4 max-sm:flex-col lg:px-6">
      <Group title="Tenants">
        <Link to="/tenants" className="group grid">
          <span className="text-2xl/8 font-semibold tracking-tight tabular-nums group-hover:text-accent">
            {tenants.total}
          </span>{' '}
          <span className="text-sm text-muted">in all</span>
        </Link>
      </Group>
      <Group title="By status">
        {statuses
          // What rarely happens has no place while it does not.
          .filter(([status]) => status !== 'deleting' || tenants.byStatus.deleting > 0)
          .map(([status, label, tone]) => (
            <Figure key={status} count={tenants.byStatus[status]} label={label} tone={tone}>
              {(content, look) => (
                <Link to="/tenants" search={{ status }} className={look}>
                  {content}
                </Link>
              )}
            </Figure>
          ))}
      </Group>
      <Group title="By health">
        {healths.map(([health, label, tone]) => (
          <Figure key={health} count={tenants.byHealth[health]} label={label} tone={tone}>
            {(content, look) => (
              <Link to="/tenants" search={{ health }} className={look}>
                {content}
              </Link>
            )}
          </Figure>
        ))}
      </Group>
      {ports && (
        <Group title="Ports">
          <Link to="/ports" className="group grid">
            <span className="text-2xl/8 font-semibold tracking-tight tabular-nums group-hover:text-accent">
              {ports.free}
            </span>{' '}
            <span className="text-sm text-muted">of {ports.total} blocks free</span>
          </Link>
        </Group>
      )}
    </dl>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1 border-line py-3 max-sm:not-first:border-t sm:not-first:border-l sm:not-first:pl-6">
      <dt className="text-xs font-medium text-muted">{title}</dt>
      <dd className="flex flex-wrap gap-x-5 gap-y-2">{children}</dd>
    </div>
  );
}

type FigureProps = {
  count: number;
  label: string;
  tone: Tone;
  children(content: ReactNode, look: string): ReactNode;
};

/** Nothing is drawn quiet: only what there is has a colour. */
function Figure({ count, label, tone, children }: FigureProps) {
  const isThere = count > 0;
  return children(
    <>
      <span
        className={cn(
          'text-2xl/8 font-semibold tracking-tight tabular-nums group-hover:text-accent',
          !isThere && 'font-normal text-muted',
        )}
      >
        {count}
      </span>{' '}
      <span className="flex items-center gap-1 text-sm text-muted">
        {isThere && tone !== 'idle' && <ToneIcon tone={tone} className={cn('size-3.5', toneText[tone])} />}
        {label}
      </span>
    </>,
    'group grid',
  );
}
