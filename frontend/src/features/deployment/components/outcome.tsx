import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { plainText } from '@/shared/log/ansi';
import { AnsiText } from '@/shared/log/ansi-text';
import { ToneIcon } from '@/shared/ui/badge';
import { SiteLink } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { type Deployment, type Failure, failureReport, stepTitle } from '../model';

/** Success, with a link to the site. */
export function SucceededOutcome({ url }: { url: string }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-good-soft px-4 py-3"
    >
      <p className="flex items-center gap-2.5 font-medium text-good">
        <ToneIcon tone="good" />
        The site is live
      </p>
      <SiteLink href={url} size="sm">
        Open {url.replace(/^https?:\/\//, '').replace(/\/$/, '')}
        <ExternalLink aria-hidden />
      </SiteLink>
    </div>
  );
}

type FailedOutcomeProps = {
  deployment: Deployment;
  failure: Failure;
  isServing: boolean;
  action?: ReactNode;
};

/** Failure: step, reason, rollback, current state of the site, and the last output lines of the failed program. */
export function FailedOutcome({ deployment, failure, isServing, action }: FailedOutcomeProps) {
  const undone = deployment.steps.filter((step) => step.status === 'undone').map((step) => step.title);
  return (
    <section aria-labelledby="failure" className="overflow-hidden rounded-lg border border-bad/40 bg-surface">
      <div className="flex flex-wrap items-start justify-between gap-3 bg-bad-soft px-4 py-3">
        <div className="flex min-w-0 items-start gap-2.5 text-bad-strong">
          <ToneIcon tone="bad" className="mt-[0.1875rem]" />
          <div className="grid gap-0.5">
            <h2 id="failure" className="font-semibold">
              {stepTitle(deployment, failure.step) ?? 'The deployment'} failed
            </h2>
            {failure.detail && <p className="text-ink">{failure.detail}</p>}
          </div>
        </div>
        {action}
      </div>
      <div className="grid gap-3 p-4">
        <p>
          {failure.undone ? 'All changes were undone' : 'Some changes stay; the reason and the log name them. The others were undone'}
          {undone.length > 0 && `: ${undone.join(', ')}`}. {isServing && 'The previous release stayed live.'}
        </p>
        {failure.lastLines.length > 0 && (
          <div className="overflow-hidden rounded-md bg-log text-log-ink">
            <div className="flex items-center justify-between border-b border-log-line px-3 py-1.5 text-sm text-log-muted">
              <h3>Last lines</h3>
              <span className="flex items-center gap-1 [&_button]:text-log-muted [&_button]:hover:bg-log-raised [&_button]:hover:text-log-ink">
                <CopyButton
                  text={failureReport(deployment, {
                    ...failure,
                    lastLines: failure.lastLines.map(plainText),
                  })}
                  label="Copy report"
                />
              </span>
            </div>
            <LastLines lines={failure.lastLines} />
          </div>
        )}
        <p className="text-sm text-muted">
          Code <code className="font-mono">{failure.code}</code>
        </p>
      </div>
    </section>
  );
}

function LastLines({ lines }: { lines: readonly string[] }) {
  return (
    <section
      aria-label="Last lines"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
      tabIndex={0}
      className="on-log max-h-72 overflow-auto p-3 font-mono text-[0.8125rem]/5 break-all whitespace-pre-wrap -outline-offset-2"
    >
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
        <div key={index} className="min-h-5">
          <AnsiText raw={line} />
        </div>
      ))}
    </section>
  );
}
