import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '@/shared/ui/notice';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { type Actions, StepFrame } from './step-frame';
import type { StepId } from './steps';
import { labelOf, type Problems, stepOf, type WizardValues } from './wizard-values';

type ReviewStepProps = {
  values: WizardValues;
  /** All that stands in the way, of this page and of the manager. */
  problems: Problems;
  /** Why the last try failed, if that belongs to no field. */
  failure: ReactNode;
  missing: readonly string[];
  nextPort: number | undefined;
  application: string | undefined;
  actions: Actions;
  onNext(): void;
};

/** Everything at once, each part with a link that leads there and back. */
export function ReviewStep(props: ReviewStepProps) {
  const { values, problems, failure, missing, nextPort, application, actions, onNext } = props;
  const { config } = values;
  const wrong = Object.entries(problems);
  const port = values.port.trim() ? Number(values.port.trim()) : nextPort;
  return (
    <StepFrame
      title="Review"
      intro="Nothing has been created yet."
      takesFocus
      actions={actions}
      onNext={onNext}
    >
      {failure}
      {wrong.length > 0 && (
        <Notice
          tone="bad"
          title={wrong.length === 1 ? 'One field needs a change' : `${wrong.length} fields need a change`}
        >
          <ul className="grid gap-0.5">
            {wrong.map(([field, message]) => (
              <li key={field}>
                <Edit step={stepOf(field)}>{labelOf(field)}</Edit>: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="warn" title="It cannot be deployed yet">
          {application ?? 'The application'} needs a value for{' '}
          <code className="font-mono text-sm">{missing.join(', ')}</code>.{' '}
          <Edit step="configuration">Enter it</Edit>, or create the tenant without deploying.
        </Notice>
      )}
      <Part title="Basic info" step="basics">
        <Fact term="Name">{values.name.trim() || <Missing />}</Fact>
        <Fact term="Slug">
          <span className="font-mono text-sm">{values.slug.trim() || <Missing />}</span>
        </Fact>
        <Fact term="Domain">{values.domain.trim() || <Missing />}</Fact>
        <Fact term="Ports">
          {port ? (
            <span className="tabular-nums">
              {port} to {port + 3}
              {!values.port.trim() && <span className="text-muted"> (the next free block)</span>}
            </span>
          ) : (
            'The next free block'
          )}
        </Fact>
        <Fact term="Application">
          {values.sourceKind === 'core' ? (
            `Default source${application ? `: ${application}` : ''}`
          ) : (
            <span className="font-mono text-sm">
              {values.location.trim() || <Missing />}
              {values.sourceKind === 'git' && values.ref.trim() && ` at ${values.ref.trim()}`}
            </span>
          )}
        </Fact>
        {values.sourceKind === 'git' && values.credential.trim() && (
          <Fact term="Credential">{values.credential.trim()}</Fact>
        )}
      </Part>
      <Part title="Configuration" step="configuration">
        <Fact term="E-mail">{config.adminEmail.trim() || `admin@${values.domain.trim()}`}</Fact>
        <Fact term="User name">{config.adminUsername.trim() || 'admin'}</Fact>
        <Fact term="Password">
          {config.password.kind === 'replace' ? 'As entered' : 'Generated, shown once after the creation'}
        </Fact>
        <Fact term="Variables">
          {config.variables.length === 0 ? (
            <span className="text-muted">None</span>
          ) : (
            <ul className="grid gap-0.5 font-mono text-sm">
              {config.variables.map(({ id, key, value, secret }) => (
                <li key={id} className="break-all">
                  {key || '(no name)'}={secret ? (value ? '••••••' : '') : value}
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </Part>
      <Part title="Theme" step="theme">
        <Fact term="Look">
          {values.look === 'own' && "The application's own"}
          {values.look === 'website' &&
            `Suggestions from ${values.website.trim()}, to choose from after the creation`}
          {values.look === 'colour' && (
            <span className="inline-flex items-center gap-2">
              <span
                aria-hidden
                className="size-4 rounded-sm border border-line forced-color-adjust-none"
                style={{ background: values.primary }}
              />
              From <code className="font-mono text-sm">{values.primary}</code>
            </span>
          )}
        </Fact>
      </Part>
    </StepFrame>
  );
}

const Missing = () => <span className="text-bad">missing</span>;

function Edit({ step, children }: { step: StepId; children: ReactNode }) {
  return (
    <Link to="/tenants/new" search={{ step, back: 'review' }} className="font-medium underline">
      {children}
    </Link>
  );
}

function Part({ title, step, children }: { title: string; step: StepId; children: ReactNode }) {
  return (
    <Panel
      title={title}
      actions={
        <Edit step={step}>
          Edit<span className="sr-only"> {title}</span>
        </Edit>
      }
    >
      <Facts>{children}</Facts>
    </Panel>
  );
}
