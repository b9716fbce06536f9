import { Link } from '@tanstack/react-router';
import { ArrowUpRight, Ellipsis } from 'lucide-react';
import { useMemo } from 'react';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { RequestRate } from '@/shared/ui/request-rate';
import { Restorable } from '@/shared/ui/restorable';
import { ResultStrip } from '@/shared/ui/result-strip';
import { TimeAgo } from '@/shared/ui/time-ago';
import { isServing, type TenantSummary } from '../model';
import { SlotMark } from './slot-mark';
import { HealthBadge, QuietStatus } from './tenant-badges';
import { TenantLabels } from './tenant-labels';

type TenantTableProps = {
  tenants: readonly TenantSummary[] | undefined;
  sort: string;
  onSort(sort: string): void;
  isStale: boolean;
  /** Absent where nothing can be done with several tenants. */
  selection?: TenantSelection;
  /** Opens the menu of a tenant's actions below the button. The same function in each rendering. */
  onMenu(tenant: TenantSummary, button: HTMLElement): void;
};

export type TenantSelection = {
  has(tenant: TenantSummary): boolean;
  /** The same function in each rendering. */
  toggle(tenant: TenantSummary, isOn: boolean): void;
  /** Those of this page. */
  togglePage(isOn: boolean): void;
};

/** The tenants, one row each. The row links to the tenant, the domain to its site. */
export function TenantTable({ tenants, onMenu, selection, ...table }: TenantTableProps) {
  const chosen = selection && tenants ? tenants.filter(selection.has).length : 0;
  const shown = useMemo(() => [...columns, menuColumn(onMenu)], [onMenu]);
  return (
    <DataTable
      {...table}
      label="Tenants"
      items={tenants}
      keyOf={({ id }) => id}
      columns={shown}
      pick={
        selection && {
          label: 'Select this page',
          isAll: chosen > 0 && chosen === tenants?.length,
          isSome: chosen > 0,
          onAll: selection.togglePage,
          labelOf: ({ name }) => `Select ${name}`,
          has: selection.has,
          onPick: selection.toggle,
        }
      }
    />
  );
}

const menuColumn = (onMenu: TenantTableProps['onMenu']): Column<TenantSummary> => ({
  id: 'menu',
  label: 'Actions',
  isBare: true,
  isRight: true,
  width: 'w-14',
  cell: (tenant) => (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={`Actions for ${tenant.name}`}
      title={`Actions for ${tenant.name}`}
      onClick={({ currentTarget }) => onMenu(tenant, currentTarget)}
      className="relative z-10 inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-line hover:text-ink"
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  ),
});

const columns: readonly Column<TenantSummary>[] = [
  {
    id: 'name',
    label: 'Tenant',
    sort: 'name',
    isTitle: true,
    cell: (tenant) => (
      <span className="flex items-center gap-2.5">
        <SlotMark tenant={tenant} />
        <Link
          to="/tenants/$tenant"
          params={{ tenant: tenant.slug }}
          className="truncate font-semibold after:absolute after:inset-0 group-hover:text-accent"
        >
          {tenant.name}
        </Link>
        <span className="shrink-0 font-mono text-xs text-muted max-2xl:hidden">{tenant.slug}</span>
      </span>
    ),
  },
  {
    id: 'status',
    label: 'Status',
    sort: 'status',
    width: 'w-28',
    cell: ({ status, inMaintenance }) => <QuietStatus status={status} isInMaintenance={inMaintenance} />,
  },
  {
    id: 'health',
    label: 'Health',
    sort: 'health',
    width: 'w-28 xl:w-40',
    cell: ({ health, recentChecks }) => (
      <span className="inline-flex items-center gap-3">
        <span className="xl:w-24">
          <HealthBadge health={health} />
        </span>
        <span className="max-xl:hidden">
          <ResultStrip results={recentChecks} most={8} />
        </span>
      </span>
    ),
  },
  {
    id: 'restorable',
    label: 'Restorable',
    width: 'w-24',
    isExtra: true,
    cell: ({ status, provenAt }) =>
      status === 'draft' ? (
        <span className="text-muted">–</span>
      ) : (
        <span className="text-sm text-muted">
          <Restorable isShort provenAt={provenAt} />
        </span>
      ),
  },
  {
    id: 'traffic',
    label: 'Requests',
    width: 'w-30',
    isExtra: true,
    cell: ({ lastMinute }) => (
      <span className="text-sm">
        <RequestRate minute={lastMinute} />
      </span>
    ),
  },
  {
    id: 'labels',
    label: 'Labels',
    width: 'w-[10%]',
    isRare: true,
    cell: ({ labels }) => <TenantLabels labels={labels} />,
  },
  {
    id: 'domain',
    label: 'Domain',
    sort: 'domain',
    width: 'w-[18%]',
    cell: (tenant) => <TenantSite tenant={tenant} />,
  },
  {
    id: 'last',
    label: 'Last deployment',
    width: 'w-36',
    cell: (tenant) => (
      <span className="text-sm text-muted">
        <LastDeployment tenant={tenant} />
      </span>
    ),
  },
];

function TenantSite({ tenant }: { tenant: TenantSummary }) {
  if (!isServing(tenant)) return <span className="text-muted">{tenant.domain}</span>;
  return (
    <a
      href={tenant.url}
      target="_blank"
      rel="noreferrer"
      className="relative z-10 inline-flex max-w-full items-center gap-1 text-accent hover:underline"
    >
      <span className="truncate">{tenant.domain}</span>
      <ArrowUpRight aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

function LastDeployment({ tenant }: { tenant: TenantSummary }) {
  const last = tenant.lastDeployment;
  if (!last) return <span className="max-md:sr-only">Never</span>;
  if (!last.finishedAt) return <>In progress</>;
  return (
    <>
      {last.status === 'succeeded' ? '' : last.status === 'failed' ? 'Failed ' : 'Cancelled '}
      <TimeAgo at={last.finishedAt} />
    </>
  );
}
