import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type AuditEntry, type AuditQuery, auditOptions } from '@/features/audit/api/list-audit';
import { useVerifyAudit } from '@/features/audit/api/verify-audit';
import { AuditActions } from '@/features/audit/components/audit-actions';
import { AuditDialog } from '@/features/audit/components/audit-dialog';
import { AuditTable } from '@/features/audit/components/audit-table';
import { ChainNotice } from '@/features/audit/components/chain-notice';
import { warm } from '@/shared/api/warm';
import { ListBody } from '@/shared/feedback/list-body';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { useIsAllowed } from '@/shared/session/use-session';
import { FilterField } from '@/shared/ui/filter-field';
import { Page } from '@/shared/ui/page';
import { ProblemNotice } from '@/shared/ui/problem-notice';

type Search = { actor?: string; action?: string; page?: number };

const toQuery = ({ actor, action, page = 0 }: Search): AuditQuery => ({ actor, action, page, size: 50 });

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const Route = createFileRoute('/_app/audit')({
  validateSearch: ({ actor, action, page }: Record<string, unknown>): Search => ({
    actor: text(actor),
    action: text(action),
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(auditOptions(toQuery(deps)))]),
  component: AuditPage,
});

const route = getRouteApi('/_app/audit');

function AuditPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({ ...auditOptions(toQuery(search)), throwOnError: false });
  const { data, isPlaceholderData } = list;
  const [open, setOpen] = useState<AuditEntry>();
  const verification = useVerifyAudit();
  const mayVerify = useIsAllowed('admin');
  const mayExport = useIsAllowed('operator');
  const isFiltered = Boolean(search.actor ?? search.action);

  function change(values: Partial<Search>) {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...values }), replace: true });
  }

  return (
    <Page
      title="Audit log"
      width="wide"
      about={<span className="tabular-nums">{data?.total}</span>}
      filters={
        <search className="flex min-w-0 gap-2">
          <FilterField
            label="Action, such as tenant.create"
            placeholder="Action"
            value={search.action}
            onFilter={(action) => change({ action })}
          />
          <FilterField
            label="User or token"
            placeholder="User or token"
            value={search.actor}
            onFilter={(actor) => change({ actor })}
          />
        </search>
      }
      actions={
        mayExport && (
          <AuditActions
            filter={{ actor: search.actor, action: search.action }}
            onVerify={mayVerify ? () => verification.run() : undefined}
            isVerifying={verification.isPending}
          />
        )
      }
      isLoading={isPlaceholderData}
    >
      {verification.error && <ProblemNotice error={verification.error} />}
      {verification.result && <ChainNotice chain={verification.result} />}
      <ListBody
        query={list}
        isFiltered={isFiltered}
        noMatch="No entry matches"
        onClear={() => void navigate({ search: {} })}
        nothing={
          <NothingYet title="No entries yet">
            Every change is recorded with its user and its values.
          </NothingYet>
        }
        onPage={(page) => void navigate({ search: (before) => ({ ...before, page }) })}
      >
        <AuditTable entries={data?.items} isStale={isPlaceholderData} onOpen={setOpen} />
      </ListBody>
      <AuditDialog entry={open} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
