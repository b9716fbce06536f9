import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { errorsOptions } from '@/features/log/api/service-logs';
import { ErrorLines } from '@/features/log/components/error-lines';
import { FailedRequestTable } from '@/features/log/components/failed-request-table';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { Button } from '@/shared/ui/button';
import { TimeAgo } from '@/shared/ui/time-ago';

export const Route = createFileRoute('/_app/tenants/$tenant/errors')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(errorsOptions(tenant))]),
  component: ErrorsTab,
});

const route = getRouteApi('/_app/tenants/$tenant/errors');

function ErrorsTab() {
  const errors = useQuery(errorsOptions(route.useParams().tenant));
  return (
    <>
      <div className="flex items-center gap-3 px-4 py-2 text-sm text-muted lg:px-6">
        <Button size="sm" isPending={errors.isFetching} onClick={() => void errors.refetch()}>
          <RotateCw aria-hidden />
          Look again
        </Button>
        {errors.dataUpdatedAt > 0 && (
          <span>
            As of <TimeAgo at={new Date(errors.dataUpdatedAt).toISOString()} />
          </span>
        )}
      </div>
      <Loaded query={errors}>
        {({ lines, requests }) =>
          lines.length === 0 && requests.length === 0 ? (
            <NothingYet title="No errors">
              No warnings and errors of its services, and no failed requests of visitors.
            </NothingYet>
          ) : (
            <>
              <ErrorLines key={errors.dataUpdatedAt} lines={lines} />
              <h2 className="px-4 pt-4 pb-2 font-semibold lg:px-6">
                Failed requests <span className="font-normal text-muted tabular-nums">{requests.length}</span>
              </h2>
              {requests.length === 0 ? (
                <p className="px-4 pb-6 text-muted lg:px-6">
                  No request of a visitor was answered with 500 or above lately.
                </p>
              ) : (
                <FailedRequestTable requests={requests} />
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}
