import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/shared/cn';
import { plainText } from '@/shared/log/ansi';
import { AnsiText } from '@/shared/log/ansi-text';
import { ToneIcon } from '@/shared/ui/badge';
import { SiteLink } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { type Tone, toneSoft } from '@/shared/ui/tone';
import {
  type AnyRun,
  type Failure,
  failureReport,
  isDeployment,
  kindLabel,
  lastError,
  stepTitle,
} from '../model';

/** A band of the page: one line with the result, and what it means for the site. */
function Band({ tone, actions, children }: { tone: Tone; actions?: ReactNode; children: ReactNode }) {
  return (
    <div
      className={cn(
        'flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-2 lg:px-6',
        toneSoft[tone],
      )}
    >
      <div className="flex min-w-0 flex-1 items-start gap-2.5">
        <ToneIcon tone={tone} className="mt-[0.1875rem]" />
        <div className="grid min-w-0 flex-1 gap-0.5">{children}</div>
      </div>
      {actions && <div className="flex items-center gap-2">{actions}</div>}
    </div>
  );
}

/** Success, with a link to the site. */
export function SucceededOutcome({ url }: { url: string }) {
  return (
    <div role="status">
      <Band
        tone="good"
        actions={
          <SiteLink href={url} size="sm">
            Open {url.replace(/^https?:\/\//, '').replace(/\/$/, '')}
            <ExternalLink aria-hidden />
          </SiteLink>
        }
      >
        <p className="font-medium">The site is live</p>
      </Band>
    </div>
  );
}

type OutcomeProps = { deployment: AnyRun; isServing: boolean; action?: ReactNode };

/** Cancelled: no failure, and the site as it was. */
export function CancelledOutcome({ deployment, isServing, action }: OutcomeProps) {
  const at = stepTitle(deployment, deployment.failure?.step ?? cancelledStep(deployment));
  return (
    <section aria-labelledby="cancelled">
      <Band tone="idle" actions={action}>
        <h2 id="cancelled" className="font-semibold text-ink">
          {at ? `Cancelled at ${at}` : 'Cancelled'}
        </h2>
        <p className="text-sm">{siteAfter(deployment, true, isServing)}</p>
      </Band>
    </section>
  );
}

/** Failure: step, reason, the last error line, and what became of the site. The whole output is in the log beside it. */
export function FailedOutcome({
  deployment,
  failure,
  isServing,
  action,
}: OutcomeProps & { failure: Failure }) {
  const line = lastError(failure.lastLines);
  return (
    <section aria-labelledby="failure">
      <Band
        tone="bad"
        actions={
          <>
            <CopyButton
              text={failureReport(deployment, { ...failure, lastLines: failure.lastLines.map(plainText) })}
              label="Copy report"
            />
            {action}
          </>
        }
      >
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 id="failure" className="font-semibold">
            {stepTitle(deployment, failure.step) ?? kindLabel(deployment.kind)} failed
          </h2>
          <p className="min-w-0 text-sm text-ink">
            {failure.detail} {siteAfter(deployment, failure.undone, isServing)}
          </p>
        </div>
        {line !== undefined && (
          <p
            className="truncate rounded-sm bg-log px-2 py-0.5 font-mono text-xs text-log-ink"
            title={plainText(line)}
          >
            <span className="sr-only">Last error: </span>
            <AnsiText raw={line.trim()} />
          </p>
        )}
      </Band>
    </section>
  );
}

function siteAfter(deployment: AnyRun, isUndone: boolean, isServing: boolean): string {
  if (!isUndone) return 'Some changes stay; the reason and the log name them.';
  if (!isDeployment(deployment)) return 'Nothing was changed.';
  return isServing ? 'Rolled back. The previous release stayed live.' : 'Rolled back. Nothing is live yet.';
}

/** The step at which a cancelled deployment stopped. */
function cancelledStep(deployment: AnyRun): string | undefined {
  return deployment.steps.find(({ status }) => status === 'failed')?.id;
}
