import { useState } from 'react';
import { deployTenant } from '@/features/deployment/api/deploy-tenant';
import { useCreateTenant } from '@/features/tenant/api/create-tenant';
import type { Tenant } from '@/features/tenant/model';
import { keys } from '@/shared/api/keys';
import { type ProblemError, toProblem } from '@/shared/api/problem';
import { useAction } from '@/shared/api/use-action';
import { fieldOf, type Problems, toNewTenant, type WizardValues } from './wizard-values';

/** Creates the tenant, and deploys it: each of them once, however often it is asked for. */
export function useCreation() {
  const create = useCreateTenant();
  const deploy = useAction({
    act: (slug: string, key) => deployTenant(slug, {}, key),
    stale: [[keys.tenants], [keys.deployments], [keys.overview]],
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
    deploy(slug: string, onDeployed: (deployment: string) => void) {
      deploy.run(slug, { onSuccess: onDeployed });
    },
    isCreating: create.isPending,
    isDeploying: deploy.isPending,
    deployRefusal: deploy.error ? toProblem(deploy.error) : undefined,
    forgetDeployRefusal: deploy.reset,
  };
}
