import { useState } from 'react';
import { deployTenant } from '@/features/deployment/api/deploy-tenant';
import { useCreateTenant } from '@/features/tenant/api/create-tenant';
import type { Tenant } from '@/features/tenant/model';
import { analyse } from '@/features/theme/api/analysis';
import { saveTheme } from '@/features/theme/api/theme';
import { staleThemes } from '@/features/theme/api/theme-versions';
import { draftOf } from '@/features/theme/model';
import { keys } from '@/shared/api/keys';
import { type ProblemError, toProblem } from '@/shared/api/problem';
import { useAction } from '@/shared/api/use-action';
import { fieldOf, type Problems, toNewTenant, type WizardValues } from './wizard-values';

/** Creates the tenant, gives it its look, and deploys it: each of them once, however often it is asked for. */
export function useCreation() {
  const create = useCreateTenant();
  const deploy = useAction({
    act: (slug: string, key) => deployTenant(slug, {}, key),
    stale: [[keys.tenants], [keys.deployments], [keys.overview]],
    isToldInPlace: true,
  });
  const look = useAction({
    act: async ({ slug, values }: { slug: string; values: WizardValues }, key) => {
      if (values.look === 'website') return analyse(slug, values.website.trim(), key);
      if (values.look === 'colour')
        await saveTheme(
          slug,
          { draft: draftOf({ palette: { primary: values.primary } }), etag: undefined },
          key,
        );
      return undefined;
    },
    stale: [...staleThemes, [keys.analyses, 'list']],
    isToldInPlace: true,
  });
  const [created, setCreated] = useState<Tenant>();
  const [refused, setRefused] = useState<Problems>({});
  const [failure, setFailure] = useState<ProblemError>();

  function onRefused(problem: ProblemError) {
    const fields: Problems = {};
    for (const { field, message } of problem.fieldErrors) fields[fieldOf(field)] ??= message;
    if (Object.keys(fields).length === 0 && problem.code?.includes('slug')) fields.slug = problem.detail;
    if (Object.keys(fields).length === 0 && problem.code?.includes('domain')) fields.domain = problem.detail;
    setRefused(fields);
    setFailure(Object.keys(fields).length === 0 ? problem : undefined);
  }

  return {
    created,
    refused,
    failure,
    forget() {
      setRefused({});
      setFailure(undefined);
    },
    reject: setRefused,
    create(values: WizardValues, onCreated: (tenant: Tenant) => void) {
      create.run(toNewTenant(values), {
        onSuccess(tenant) {
          setCreated(tenant);
          onCreated(tenant);
        },
        onError: onRefused,
      });
    },
    /** @param onLook gets the analysis, if there is one; a look that was refused does not hold up the rest */
    dress(slug: string, values: WizardValues, onLook: (analysis: string | undefined) => void) {
      look.run({ slug, values }, { onSuccess: onLook, onError: () => onLook(undefined) });
    },
    lookRefusal: look.error ? toProblem(look.error) : undefined,
    deploy(slug: string, onDeployed: (deployment: string) => void) {
      deploy.run(slug, { onSuccess: onDeployed });
    },
    isCreating: create.isPending,
    isDeploying: deploy.isPending,
    deployRefusal: deploy.error ? toProblem(deploy.error) : undefined,
    forgetDeployRefusal: deploy.reset,
  };
}
