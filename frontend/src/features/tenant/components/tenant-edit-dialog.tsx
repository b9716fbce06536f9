import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Versioned } from '@/shared/api/client';
import { toProblem } from '@/shared/api/problem';
import { Loaded } from '@/shared/feedback/loaded';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { type Choice, SuggestField } from '@/shared/ui/suggest-field';
import { TextArea } from '@/shared/ui/text-area';
import { tenantVersionOptions, useChangeTenant } from '../api/change-tenant';
import { domainProblem, labelsProblem, parseLabels, type Tenant, type TenantChange } from '../model';

const timeZones = Intl.supportedValuesOf('timeZone').map((value) => ({ value }));

type TenantEditProps = {
  tenant: string;
  isOpen: boolean;
  /** The stored credentials, to choose from for a private repository. */
  credentials: readonly Choice[];
  onClose(): void;
  /** A run changes the host names. */
  onAccepted(deployment: string): void;
};

/** What users set of a tenant: name, host names, source, time zone, labels and notes. Saved over the version shown. */
export function TenantEditDialog({ isOpen, ...form }: TenantEditProps) {
  return (
    <Dialog
      title="Edit tenant"
      isOpen={isOpen}
      onClose={form.onClose}
      className="w-[min(40rem,calc(100vw-2rem))]"
    >
      {isOpen && <EditLoader {...form} />}
    </Dialog>
  );
}

type EditFormProps = Omit<TenantEditProps, 'isOpen'>;

function EditLoader(props: EditFormProps) {
  const stored = useQuery({ ...tenantVersionOptions(props.tenant), refetchOnWindowFocus: false });
  return (
    <Loaded query={stored} rows={4}>
      {(version) => <EditForm stored={version} {...props} />}
    </Loaded>
  );
}

function EditForm({
  stored,
  tenant: id,
  credentials,
  onClose,
  onAccepted,
}: EditFormProps & { stored: Versioned<Tenant> }) {
  // A newer version must not replace what is being typed.
  const [base] = useState(stored);
  const tenant = base.value;
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({});
  const save = useChangeTenant(id);
  const error = (field: string) => wrong[field] ?? told(save.error, field);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { change, problems } = toChange(tenant, new FormData(event.currentTarget));
    setWrong(problems);
    if (Object.keys(problems).length > 0) return;
    save.run(
      { change, etag: base.etag },
      { onSuccess: (run) => (run === undefined ? onClose() : onAccepted(run)) },
    );
  }

  return (
    <form className="grid items-start gap-4 sm:grid-cols-2" onSubmit={onSubmit} noValidate>
      {save.error && (
        <div className="sm:col-span-2">
          <ProblemNotice error={save.error} />
        </div>
      )}
      <TextField
        label="Name"
        name="name"
        defaultValue={tenant.name}
        error={error('name')}
        maxLength={100}
        autoComplete="off"
        data-autofocus
      />
      <TextField
        label="Domain"
        name="domain"
        defaultValue={tenant.domain}
        error={error('domain')}
        hint="The old one redirects to a new one."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className="sm:col-span-2">
        <TextArea
          label="Aliases"
          name="aliases"
          isOptional
          defaultValue={tenant.aliases.join('\n')}
          error={error('aliases')}
          hint="One host name a line. A line that is taken out is no longer served."
          rows={2}
          spellCheck={false}
        />
      </div>
      {tenant.source && (
        <>
          <TextField
            label={tenant.source.kind === 'git' ? 'Repository' : 'Directory'}
            name="location"
            defaultValue={tenant.source.location}
            error={error('source.location')}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
          />
          <TextField
            label="Branch, tag or commit"
            name="ref"
            isOptional
            defaultValue={tenant.source.ref ?? ''}
            error={error('source.ref')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono"
          />
        </>
      )}
      {tenant.source?.kind === 'git' && (
        <SuggestField
          label="Stored credential"
          name="credential"
          isOptional
          choices={credentials}
          defaultValue={tenant.source.credential ?? ''}
          error={error('source.credential')}
          hint="For a private repository."
          className="font-mono"
        />
      )}
      <SuggestField
        label="Time zone"
        name="timeZone"
        isOptional
        choices={timeZones}
        defaultValue={tenant.timeZone ?? ''}
        error={error('timeZone')}
        hint="Of scheduled commands. Default: the server's."
        placeholder="Europe/Berlin"
      />
      <TextField
        label="Labels"
        name="labels"
        isOptional
        defaultValue={tenant.labels.join(', ')}
        error={error('labels')}
        hint="Separated by commas, such as pilot, region:eu."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className="sm:col-span-2">
        <TextArea
          label="Notes"
          name="notes"
          isOptional
          defaultValue={tenant.notes ?? ''}
          error={error('notes')}
          maxLength={4000}
          rows={4}
        />
      </div>
      <div className="sm:col-span-2">
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            Save
          </Button>
        </DialogActions>
      </div>
    </form>
  );
}

/** The manager's objection to a field; `aliases[1]` belongs to `aliases`. */
function told(error: Error | null, field: string): string | undefined {
  const errors = error ? toProblem(error).fieldErrors : [];
  return errors.find((one) => one.field === field || one.field.startsWith(`${field}[`))?.message;
}

function toChange(
  tenant: Tenant,
  data: FormData,
): { change: TenantChange; problems: Partial<Record<string, string>> } {
  const text = (field: string) => String(data.get(field) ?? '').trim();
  const labels = parseLabels(text('labels'));
  const { source } = tenant;
  const found = {
    name: text('name') === '' ? 'A name is required.' : undefined,
    domain: domainProblem(text('domain')),
    labels: labelsProblem(labels),
  };
  return {
    change: {
      name: text('name'),
      domain: text('domain'),
      aliases: text('aliases').split(/\s+/).filter(Boolean),
      ...(source && {
        source: {
          kind: source.kind,
          location: text('location'),
          ref: text('ref') || undefined,
          credential: text('credential') || undefined,
        },
      }),
      timeZone: text('timeZone') || undefined,
      labels,
      notes: text('notes') || undefined,
    },
    problems: Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined)),
  };
}
