import { useCallback, useState } from 'react';
import { listAllTenants } from '@/features/tenant/api/list-all-tenants';
import type { TenantQuery } from '@/features/tenant/api/list-tenants';
import type { TenantSelection } from '@/features/tenant/components/tenant-table';
import type { TenantSummary } from '@/features/tenant/model';
import { toProblem } from '@/shared/api/problem';
import { toastProblem } from '../toast-problem';

/** The selected tenants, over all pages. Those of the shown page are as new as the page. */
export function useSelection(shown: readonly TenantSummary[] | undefined) {
  const [selected, setSelected] = useState<ReadonlyMap<string, TenantSummary>>(new Map());
  const [isLoadingAll, setIsLoadingAll] = useState(false);
  const fresh = new Map(shown?.map((tenant) => [tenant.id, tenant]));

  const toggle = useCallback(
    (tenant: TenantSummary, isOn: boolean) => setSelected((before) => withThose(before, [tenant], isOn)),
    [],
  );

  /** Everything that the filters match, also beyond this page. */
  async function selectAll(filter: TenantQuery) {
    setIsLoadingAll(true);
    try {
      const all = await listAllTenants(filter);
      setSelected(new Map(all.map((tenant) => [tenant.id, tenant])));
    } catch (error) {
      toastProblem(toProblem(error));
    } finally {
      setIsLoadingAll(false);
    }
  }

  return {
    has: ({ id }: TenantSummary) => selected.has(id),
    toggle,
    togglePage: (isOn: boolean) => setSelected((before) => withThose(before, shown ?? [], isOn)),
    chosen: [...selected.values()].map((tenant) => fresh.get(tenant.id) ?? tenant),
    selectAll,
    isLoadingAll,
    clear: () => setSelected(new Map()),
  } satisfies TenantSelection & Record<string, unknown>;
}

function withThose(
  selected: ReadonlyMap<string, TenantSummary>,
  tenants: readonly TenantSummary[],
  isOn: boolean,
): ReadonlyMap<string, TenantSummary> {
  const next = new Map(selected);
  for (const tenant of tenants) {
    if (isOn) next.set(tenant.id, tenant);
    else next.delete(tenant.id);
  }
  return next;
}
