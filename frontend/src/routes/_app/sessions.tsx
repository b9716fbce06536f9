import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { UserTabs } from '@/app/shell/page-tabs';
import { type OpenSession, sessionsOptions, useEndSession } from '@/features/auth/api/sessions';
import { SessionTable } from '@/features/auth/components/session-table';
import { warm } from '@/shared/api/warm';
import { toPage } from '@/shared/search-page';
import { useIsAllowed, useSession } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { Page } from '@/shared/ui/page';
import { Pagination } from '@/shared/ui/pagination';

type Search = { page?: number };

export const Route = createFileRoute('/_app/sessions')({
  validateSearch: ({ page }: Record<string, unknown>): Search => ({
    page: toPage(page),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(sessionsOptions(deps.page ?? 0))]),
  component: SessionsPage,
});

const route = getRouteApi('/_app/sessions');

/** Where one is signed in, and for admins where everybody is. */
function SessionsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const own = useSession().user?.username;
  const isAdmin = useIsAllowed('admin');
  const { data, isPlaceholderData } = useQuery(sessionsOptions(search.page ?? 0));
  const [leaving, setLeaving] = useState<OpenSession>();
  const end = useEndSession();
  const isOther = leaving !== undefined && leaving.user !== own;

  return (
    <Page
      title={isAdmin ? 'Sessions' : 'My sessions'}
      width="wide"
      about={<span className="tabular-nums">{data?.total}</span>}
      below={<UserTabs />}
      isLoading={isPlaceholderData}
    >
      <SessionTable
        sessions={data?.items}
        isStale={isPlaceholderData}
        ending={end.isPending ? end.variables : undefined}
        onEnd={setLeaving}
      />
      {data && (
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(page) => void navigate({ search: { page: page || undefined } })}
        />
      )}
      <Dialog
        title={isOther ? `End the session of ${leaving.user}?` : 'End this session?'}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
      >
        <p className="text-muted">
          Its pages ask for the password within seconds. What was typed there is kept until then.
        </p>
        <DialogActions>
          <Button onClick={() => setLeaving(undefined)}>Keep</Button>
          <Button
            variant="danger"
            isPending={end.isPending}
            onClick={() => leaving && end.run(leaving.id, { onSuccess: () => setLeaving(undefined) })}
          >
            End session
          </Button>
        </DialogActions>
      </Dialog>
    </Page>
  );
}
