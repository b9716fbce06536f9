import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';

type FirstStepsProps = {
  /** Undefined while it is not known. */
  hasSource: boolean | undefined;
  mayCreate: boolean;
  isAdmin: boolean;
};

/** What to do in a new installation, in three steps, with one primary button. */
export function FirstSteps({ hasSource, mayCreate, isAdmin }: FirstStepsProps) {
  return (
    <Panel title="First steps">
      <ol className="grid gap-4">
        <Step isDone={hasSource === true} title="Choose the core application">
          The application that every tenant runs, from a git repository or a directory: the setting{' '}
          {isAdmin ? (
            <Link to="/settings" className="underline">
              core.source
            </Link>
          ) : (
            'core.source'
          )}
          .
        </Step>
        <Step isDone={false} title="Create the first tenant">
          A name and a domain are enough; ports, database and certificate follow by themselves.
        </Step>
        <Step isDone={false} title="Deploy it">
          The wizard deploys it, shows the log, and leads to the site.
        </Step>
      </ol>
      {mayCreate ? (
        <ButtonLink to="/tenants/new" variant="primary" className="mt-4">
          New tenant
        </ButtonLink>
      ) : (
        <p className="mt-4 text-muted">An operator creates tenants.</p>
      )}
    </Panel>
  );
}

function Step({ isDone, title, children }: { isDone: boolean; title: string; children: ReactNode }) {
  const Icon = isDone ? CircleCheck : CircleDashed;
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden className={isDone ? 'mt-0.5 size-4 text-good' : 'mt-0.5 size-4 text-muted'} />
      <div className="grid gap-0.5">
        <p className="font-medium">
          {title}
          <span className="sr-only">{isDone ? ': done' : ': to do'}</span>
        </p>
        <p className="text-sm text-muted">{children}</p>
      </div>
    </li>
  );
}
