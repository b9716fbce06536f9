import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ProblemError } from '@/shared/api/problem';
import { draftOf } from '@/shared/draft';
import { Button } from '@/shared/ui/button';
import { ChoiceCard, TextField } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { useCreateTenant } from '../api/create-tenant';
import { findConflicts } from '../api/find-conflicts';
import { suggestDomain, suggestSlug, type Tenant } from '../model';
import {
  type NewTenantForm as Form,
  fieldOfCode,
  formField,
  newTenantSchema,
  toNewTenant,
} from './new-tenant-schema';

type NewTenantFormProps = {
  /** Whether a directory on the server can be the source: admins only. */
  mayUseDirectory: boolean;
  cancel: ReactNode;
  onCreated(tenant: Tenant): void;
};

const blank: Form = { name: '', slug: '', domain: '', sourceKind: 'default', location: '', ref: '' };

const draft = draftOf<Form>('new-tenant');

/** Name, slug, domain, source. The input is kept as a draft until it is sent or dropped. Slug and domain follow the name until the user edits them. */
export function NewTenantForm({ mayUseDirectory, cancel, onCreated }: NewTenantFormProps) {
  const create = useCreateTenant();
  const form = useForm<Form>({
    resolver: zodResolver(newTenantSchema),
    mode: 'onTouched',
    defaultValues: blank,
  });
  const [isRestored, setIsRestored] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is read once, when the form opens
  useEffect(() => {
    const kept = draft.read();
    if (kept) {
      form.reset(blank);
      for (const name of Object.keys(blank) as (keyof Form)[])
        form.setValue(name, kept[name] as never, { shouldDirty: true });
      setIsRestored(true);
    }
    const subscription = form.watch((values) => draft.write({ ...blank, ...values } as Form));
    return () => subscription.unsubscribe();
  }, []);

  const { errors, dirtyFields } = form.formState;
  const sourceKind = form.watch('sourceKind');

  function suggest(name: string) {
    const shouldValidate = form.formState.isSubmitted;
    const slug = dirtyFields.slug ? form.getValues('slug') : suggestSlug(name);
    if (!dirtyFields.slug) form.setValue('slug', slug, { shouldValidate });
    if (!dirtyFields.domain)
      form.setValue('domain', suggestDomain(slug, location.hostname), { shouldValidate });
  }

  async function onSubmit(values: Form) {
    const conflicts = await findConflicts(values);
    const fields = Object.entries(conflicts) as ['slug' | 'domain', string][];
    for (const [name, message] of fields) form.setError(name, { message });
    // A focused field that is left is validated again, which would clear its error; so only the first is focused.
    if (fields[0]) form.setFocus(fields[0][0]);
    if (fields.length > 0) return;
    create.run(toNewTenant(values), {
      onSuccess(tenant) {
        draft.drop();
        onCreated(tenant);
      },
      onError: showRefusal,
    });
  }

  /** Field errors are shown at their field, others above the form. */
  function showRefusal(problem: ProblemError) {
    const rest: string[] = [];
    for (const { field, message } of problem.fieldErrors) {
      const name = formField(field);
      if (name) form.setError(name, { message }, { shouldFocus: true });
      else rest.push(`${field}: ${message}`);
    }
    const taken = problem.fieldErrors.length === 0 ? fieldOfCode(problem.code) : undefined;
    if (taken) form.setError(taken, { message: problem.detail ?? problem.title }, { shouldFocus: true });
    else if (rest.length > 0 || problem.fieldErrors.length === 0)
      form.setError('root', {
        message: [problem.detail, ...rest].filter(Boolean).join(' '),
        type: problem.title,
      });
  }

  return (
    <form onSubmit={form.handleSubmit(onSubmit)} noValidate className="grid gap-5">
      {errors.root && (
        <Notice tone="bad" title={String(errors.root.type)}>
          {errors.root.message}
        </Notice>
      )}
      {isRestored && (
        <p className="flex flex-wrap items-center justify-between gap-2 rounded-md bg-sunken px-3 py-1.5 text-sm">
          Your unfinished input was restored.
          <Button
            variant="quiet"
            size="sm"
            onClick={() => {
              form.reset(blank);
              draft.drop();
              setIsRestored(false);
            }}
          >
            Start anew
          </Button>
        </p>
      )}
      <TextField
        label="Name"
        placeholder="Harbour Bakery"
        autoComplete="off"
        hint="Display name. Can be changed later."
        error={errors.name?.message}
        {...form.register('name', { onChange: (event) => suggest(event.target.value) })}
      />
      <TextField
        label="Slug"
        className="font-mono"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint="Used in names of services, database and files. Cannot be changed."
        error={errors.slug?.message}
        {...form.register('slug')}
      />
      <TextField
        label="Domain"
        placeholder="bakery.example.com"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint="Public host name. Gets a certificate automatically."
        error={errors.domain?.message}
        {...form.register('domain')}
      />
      <fieldset className="grid gap-2">
        <legend className="pb-2 font-medium">Core application</legend>
        <ChoiceCard
          label="Default source"
          hint="The source set in the manager's settings."
          value="default"
          {...form.register('sourceKind')}
        />
        <ChoiceCard
          label="Git repository"
          hint="A separate repository, branch or tag."
          value="git"
          {...form.register('sourceKind')}
        />
        {mayUseDirectory && (
          <ChoiceCard
            label="Directory on the server"
            hint="For applications copied there by other means."
            value="directory"
            {...form.register('sourceKind')}
          />
        )}
      </fieldset>
      {sourceKind !== 'default' && (
        <div className="grid gap-6">
          <TextField
            label={sourceKind === 'git' ? 'Repository' : 'Directory'}
            placeholder={sourceKind === 'git' ? 'https://git.example.com/campaign.git' : '/srv/campaign'}
            className="font-mono"
            autoComplete="off"
            spellCheck={false}
            error={errors.location?.message}
            {...form.register('location')}
          />
          {sourceKind === 'git' && (
            <TextField
              label="Branch, tag or commit"
              isOptional
              placeholder="main"
              className="font-mono"
              autoComplete="off"
              spellCheck={false}
              error={errors.ref?.message}
              {...form.register('ref')}
            />
          )}
        </div>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line pt-4">
        {cancel}
        <Button type="submit" variant="primary" isPending={form.formState.isSubmitting || create.isPending}>
          Create tenant
        </Button>
      </div>
    </form>
  );
}
