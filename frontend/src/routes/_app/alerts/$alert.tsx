import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, Link } from '@tanstack/react-router';
import { alertOptions, useAcknowledge, useSnooze } from '@/features/alert/api/alerts';
import { AlertView } from '@/features/alert/components/alert-view';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/alerts/$alert')({
  loader: ({ context: { queryClient }, params, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(alertOptions(params.alert))]),
  component: AlertPage,
});

const route = getRouteApi('/_app/alerts/$alert');

/** What messages link to. */
function AlertPage() {
  const { alert: id } = route.useParams();
  const query = useQuery(alertOptions(id));
  const acknowledge = useAcknowledge();
  const snooze = useSnooze();
  const mayAct = useIsAllowed('operator');
  const isOpen = query.data && query.data.endedAt === null;
  return (
    <Page
      title={query.data?.title ?? 'Alert'}
      width="text"
      trail={<Link to="/alerts">Alerts</Link>}
      actions={
        mayAct &&
        isOpen && (
          <>
            <Button isPending={snooze.isPending} onClick={() => snooze.run({ id, minutes: 60 })}>
              Put off for 1 hour
            </Button>
            {query.data.acknowledgedAt === null && (
              <Button variant="primary" isPending={acknowledge.isPending} onClick={() => acknowledge.run(id)}>
                I look after it
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={query}>{(alert) => <AlertView alert={alert} />}</Loaded>
    </Page>
  );
}
