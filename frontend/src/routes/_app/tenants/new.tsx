import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { isStep, type WizardSearch } from '@/app/wizard/steps';
import { Wizard } from '@/app/wizard/wizard';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const Route = createFileRoute('/_app/tenants/new')({
  validateSearch: ({ step, back, tenant, deployment, analysis }: Record<string, unknown>): WizardSearch => ({
    step: isStep(step) ? step : undefined,
    back: back === 'review' ? 'review' : undefined,
    tenant: text(tenant),
    deployment: text(deployment),
    analysis: text(analysis),
  }),
  component: NewTenantPage,
});

const route = getRouteApi('/_app/tenants/new');

function NewTenantPage() {
  return <Wizard search={route.useSearch()} />;
}
