import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type AuditEntry, auditOptions } from '@/features/audit/api/list-audit';
import { AuditDialog } from '@/features/audit/components/audit-dialog';
import { AuditTable } from '@/features/audit/components/audit-table';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { warm } from '@/shared/api/warm';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { page?: number };

const options = (tenant: string, { page = 0 }: Search) => auditOptions({ tenant, page, size: 50 });

export const Route = createFileRoute('/_app/tenants/$tenant/audit')({
  validateSearch: ({ page }: Record<string, unknown>): Search => ({
    page: toPage(page),
  }),
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(tenantOptions(tenant))]),
  component: AuditTab,
});

const route = getRouteApi('/_app/tenants/$tenant/audit');

/** Who changed what of this tenant. The log knows it by its id. */
function AuditTab() {
  const { tenant } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: shown } = useQuery(tenantOptions(tenant));
  const { data, isPlaceholderData } = useQuery({
    ...options(shown?.id ?? '', search),
    enabled: shown !== undefined,
  });
  const [open, setOpen] = useState<AuditEntry>();

  if (data?.total === 0)
    return <NothingYet title="No entries yet">Every change is recorded with its user.</NothingYet>;
  return (
    <>
      <AuditTable entries={data?.items} isStale={isPlaceholderData} onOpen={setOpen} />
      {data && (
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(page) => void navigate({ search: { page: page || undefined } })}
        />
      )}
      <AuditDialog entry={open} onClose={() => setOpen(undefined)} />
    </>
  );
}
