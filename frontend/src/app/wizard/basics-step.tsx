import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCredentialChoices } from '@/features/credential/use-credential-choices';
import { nextPortsOptions } from '@/features/port/api/ports';
import { Button } from '@/shared/ui/button';
import { ChoiceCard, TextField } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { SuggestField } from '@/shared/ui/suggest-field';
import { type Actions, StepFrame } from './step-frame';
import type { useChecks } from './use-checks';
import { type Problems, type WizardValues, withName, withSlug } from './wizard-values';

type BasicsStepProps = {
  values: WizardValues;
  onChange(values: WizardValues): void;
  /** What this page finds wrong. */
  problems: Problems;
  /** What the manager has refused. */
  refused: Problems;
  /** Opened from the review, so all wrong fields are shown at once. */
  isReviewed: boolean;
  checks: ReturnType<typeof useChecks>;
  mayUseDirectory: boolean;
  takesFocus: boolean;
  actions: Actions;
  onNext(): void;
};

/** Name, slug, domain, ports, and the core application. */
export function BasicsStep(props: BasicsStepProps) {
  const { values, onChange, problems, refused, checks, isReviewed } = props;
  const { mayUseDirectory, takesFocus, actions, onNext } = props;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isSubmitted, setIsSubmitted] = useState(isReviewed);
  const { data: next } = useQuery({ ...nextPortsOptions(), throwOnError: false });
  const free = next?.items[0]?.frontend;
  const here = location.hostname;

  /** A field shows its error after it was left or sent; a refusal of the manager is shown immediately. */
  const errorOf = (field: keyof Problems) =>
    (isSubmitted || touched.has(field) ? problems[field] : undefined) ?? refused[field];
  const leave = (field: string) => () => setTouched((before) => new Set(before).add(field));

  function said(field: 'slug' | 'domain', usual: string) {
    if (checks.warnings[field]) return <span className="text-warn">{checks.warnings[field]}</span>;
    return checks.isFree(field) ? `${usual} It is free.` : usual;
  }

  return (
    <StepFrame
      title="Basic info"
      takesFocus={takesFocus}
      actions={actions}
      onNext={() => {
        setIsSubmitted(true);
        onNext();
      }}
    >
      <TextField
        label="Name"
        placeholder="Harbour Bakery"
        autoComplete="off"
        hint="Display name. Can be changed later."
        error={errorOf('name')}
        value={values.name}
        onBlur={leave('name')}
        onChange={(event) => onChange(withName(values, event.target.value, here))}
      />
      <TextField
        label="Slug"
        className="font-mono"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint={said('slug', 'Used in names of services, database and files. Cannot be changed.')}
        error={errorOf('slug')}
        value={values.slug}
        onBlur={leave('slug')}
        onChange={(event) => onChange(withSlug({ ...values, isSlugOwn: true }, event.target.value, here))}
      />
      <TextField
        label="Domain"
        placeholder="bakery.example.com"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint={said('domain', 'Public host name. Gets a certificate automatically.')}
        error={errorOf('domain')}
        value={values.domain}
        onBlur={leave('domain')}
        onChange={(event) => onChange({ ...values, domain: event.target.value, isDomainOwn: true })}
      />
      <TextField
        label="Frontend port"
        isOptional
        inputMode="numeric"
        placeholder={free === undefined ? undefined : String(free)}
        className="font-mono"
        autoComplete="off"
        hint="The first of four. Left empty, the next free block is taken."
        error={errorOf('ports')}
        value={values.port}
        onBlur={leave('ports')}
        onChange={(event) => onChange({ ...values, port: event.target.value })}
      />
      <fieldset className="grid gap-2">
        <legend className="pb-2 font-medium">Core application</legend>
        <ChoiceCard
          name="source"
          label="Default source"
          hint={
            values.sourceKind === 'core' && checks.source?.ok
              ? `${checks.source.name ?? 'The source'}, as set in the manager's settings.`
              : "The source set in the manager's settings."
          }
          checked={values.sourceKind === 'core'}
          onChange={() => onChange({ ...values, sourceKind: 'core' })}
        />
        <ChoiceCard
          name="source"
          label="Git repository"
          hint="A separate repository, branch or tag."
          checked={values.sourceKind === 'git'}
          onChange={() => onChange({ ...values, sourceKind: 'git' })}
        />
        {mayUseDirectory && (
          <ChoiceCard
            name="source"
            label="Directory on the server"
            hint="For applications copied there by other means."
            checked={values.sourceKind === 'directory'}
            onChange={() => onChange({ ...values, sourceKind: 'directory' })}
          />
        )}
      </fieldset>
      {values.sourceKind === 'core' && checks.source && !checks.source.ok && (
        <Notice tone="warn" title="The default source could not be looked at">
          {checks.source.reason}
        </Notice>
      )}
      {values.sourceKind !== 'core' && (
        <SourceFields values={values} onChange={onChange} checks={checks} errorOf={errorOf} leave={leave} />
      )}
    </StepFrame>
  );
}

type SourceFieldsProps = Pick<BasicsStepProps, 'values' | 'onChange' | 'checks'> & {
  errorOf(field: keyof Problems): string | undefined;
  leave(field: string): () => void;
};

function SourceFields({ values, onChange, checks, errorOf, leave }: SourceFieldsProps) {
  const credentials = useCredentialChoices(values.location);
  const isGit = values.sourceKind === 'git';
  const code = { className: 'font-mono', autoComplete: 'off', autoCapitalize: 'none', spellCheck: false };
  return (
    <div className="grid gap-5">
      <TextField
        {...code}
        label={isGit ? 'Repository' : 'Directory'}
        placeholder={isGit ? 'https://git.example.com/campaign.git' : '/srv/campaign'}
        error={errorOf('source.location')}
        value={values.location}
        onBlur={leave('source.location')}
        onChange={(event) => onChange({ ...values, location: event.target.value })}
      />
      {isGit && (
        <div className="grid gap-5 sm:grid-cols-2">
          <SuggestField
            {...code}
            label="Branch, tag or commit"
            isOptional
            choices={(checks.source?.branches ?? []).map((value) => ({ value }))}
            placeholder={checks.source?.defaultBranch ?? 'main'}
            error={errorOf('source.ref')}
            value={values.ref}
            onBlur={leave('source.ref')}
            onChange={(event) => onChange({ ...values, ref: event.target.value })}
          />
          <SuggestField
            {...code}
            label="Stored credential"
            isOptional
            choices={credentials}
            hint={
              credentials.length > 0
                ? 'For a private repository; one of the list.'
                : 'For a private repository; its name.'
            }
            error={errorOf('source.credential')}
            value={values.credential}
            onBlur={leave('source.credential')}
            onChange={(event) => onChange({ ...values, credential: event.target.value })}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button isPending={checks.isLooking} onClick={checks.look}>
          Look at the source
        </Button>
        <p role="status" className="text-sm text-muted">
          {checks.source?.ok &&
            `${checks.source.name ?? 'Reached, but too large for a look'}${isGit ? `, ${checks.source.branches.length} branches` : ''}, ${
              checks.source.required.length
            } required variables`}
          {checks.lookError?.title}
        </p>
      </div>
    </div>
  );
}
