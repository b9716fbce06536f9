import { Link } from '@tanstack/react-router';
import { ArrowUpRight } from 'lucide-react';
import { TimeAgo } from '@/shared/ui/time-ago';
import { isServing, type TenantSummary } from '../model';
import { HealthBadge, TenantStatusBadge } from './tenant-badges';

/** Table of tenants; on narrow screens each row is a card. The row links to the tenant, the domain to its site. */
export function TenantTable({ tenants }: { tenants: readonly TenantSummary[] }) {
  return (
    <table className="w-full max-md:block">
      <caption className="sr-only">Tenants</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b border-line text-left text-sm text-muted [&>th]:px-4 [&>th]:py-2.5 [&>th]:font-medium">
          <th scope="col">Tenant</th>
          <th scope="col">Status</th>
          <th scope="col">Health</th>
          <th scope="col">Domain</th>
          <th scope="col">Last deployment</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {tenants.map((tenant) => (
          <TenantRow key={tenant.id} tenant={tenant} />
        ))}
      </tbody>
    </table>
  );
}

function TenantRow({ tenant }: { tenant: TenantSummary }) {
  return (
    <tr className="group relative border-b border-line transition-colors duration-100 last:border-0 hover:bg-paper max-md:grid max-md:grid-cols-[1fr_auto] max-md:items-center max-md:gap-x-3 max-md:gap-y-1.5 max-md:p-4 md:[&>*]:px-4 md:[&>*]:py-3">
      <th scope="row" className="text-left font-normal">
        <Link
          to="/tenants/$tenant"
          params={{ tenant: tenant.slug }}
          className="font-semibold after:absolute after:inset-0 group-hover:text-accent"
        >
          {tenant.name}
        </Link>
        <span className="block font-mono text-xs text-muted">{tenant.slug}</span>
      </th>
      <td className="max-md:self-start max-md:justify-self-end">
        <TenantStatusBadge status={tenant.status} />
      </td>
      <td className="max-md:order-1">
        <HealthBadge health={tenant.health} />
      </td>
      <td className="max-md:col-span-2">
        <TenantSite tenant={tenant} />
      </td>
      <td className="text-sm whitespace-nowrap text-muted max-md:order-2 max-md:text-right">
        <LastDeployment tenant={tenant} />
      </td>
    </tr>
  );
}

function TenantSite({ tenant }: { tenant: TenantSummary }) {
  if (!isServing(tenant)) return <span className="text-muted">{tenant.domain}</span>;
  return (
    <a
      href={tenant.url}
      target="_blank"
      rel="noreferrer"
      className="relative z-10 inline-flex min-h-6 items-center gap-1 text-accent hover:underline"
    >
      {tenant.domain}
      <ArrowUpRight aria-hidden className="size-3.5" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

function LastDeployment({ tenant }: { tenant: TenantSummary }) {
  const last = tenant.lastDeployment;
  if (!last) return <>Never deployed</>;
  if (!last.finishedAt) return <>In progress</>;
  return (
    <>
      {last.status === 'succeeded' ? '' : last.status === 'failed' ? 'Failed ' : 'Cancelled '}
      <TimeAgo at={last.finishedAt} />
    </>
  );
}
