import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { nextPortsOptions, portsOptions, useReleasePorts } from '@/features/port/api/ports';
import { PortTable } from '@/features/port/components/port-table';
import { ReserveDialog } from '@/features/port/components/reserve-dialog';
import { warm } from '@/shared/api/warm';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { toPage } from '@/shared/search-page';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { page?: number };

export const Route = createFileRoute('/_app/ports')({
  validateSearch: ({ page }: Record<string, unknown>): Search => ({
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(portsOptions(deps.page ?? 0))]),
  component: PortsPage,
});

const route = getRouteApi('/_app/ports');

function PortsPage() {
  const { page = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isPlaceholderData } = useQuery(portsOptions(page));
  const { data: next } = useQuery({ ...nextPortsOptions(), throwOnError: false });
  const release = useReleasePorts();
  const mayReserve = useIsAllowed('admin');
  const [isReserving, setIsReserving] = useState(false);
  const free = next?.items[0]?.first;

  return (
    <Page
      title="Ports"
      width="wide"
      about={
        <span className="tabular-nums">
          {data && `${data.total} blocks in use`}
          {free !== undefined && (
            <>
              , next free <span className="font-mono text-xs text-ink">{free}</span>
            </>
          )}
        </span>
      }
      actions={
        mayReserve && (
          <Button onClick={() => setIsReserving(true)}>
            <Plus aria-hidden />
            Reserve
          </Button>
        )
      }
      isLoading={isPlaceholderData}
    >
      {data?.total === 0 ? (
        <NothingYet title="No ports in use yet">Each tenant gets a block of four ports.</NothingYet>
      ) : (
        <PortTable
          blocks={data?.items}
          isStale={isPlaceholderData}
          onRelease={mayReserve ? (first) => release.run(first) : undefined}
        />
      )}
      {data && (
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(to) => void navigate({ search: { page: to || undefined } })}
        />
      )}
      <ReserveDialog isOpen={isReserving} onClose={() => setIsReserving(false)} />
    </Page>
  );
}
