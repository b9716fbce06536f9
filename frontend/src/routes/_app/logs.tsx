import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { ManagerLog } from '@/features/log/components/manager-log';
import { ManagerLogFilters } from '@/features/log/components/manager-log-filters';
import { type LogFilter, toLogFilter } from '@/features/log/model';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { fromView, type LogSearch, toLogSearch, toView } from '@/shared/log/log-search';
import { useIsAllowed } from '@/shared/session/use-session';
import { Page } from '@/shared/ui/page';

type Search = LogFilter & LogSearch;

export const Route = createFileRoute('/_app/logs')({
  validateSearch: (values: Record<string, unknown>): Search => ({
    ...toLogFilter(values),
    ...toLogSearch(values),
  }),
  component: LogsPage,
});

const route = getRouteApi('/_app/logs');

function LogsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayRead = useIsAllowed('operator');
  const { find, only, least, line, ...filter } = search;

  if (!mayRead)
    return (
      <Page title="Logs" width="wide">
        <NothingYet title="For operators">
          The manager's log names users and all tenants. The logs of a tenant are on its page.
        </NothingYet>
      </Page>
    );
  return (
    <Page
      title="Logs"
      width="wide"
      isScreen
      below={
        <ManagerLogFilters
          filter={filter}
          onFilter={(change) =>
            void navigate({ search: (before) => ({ ...before, line: undefined, ...change }), replace: true })
          }
        />
      }
    >
      <ManagerLog
        key={JSON.stringify(filter)}
        filter={filter}
        view={toView({ find, only, least, line })}
        onView={(view) =>
          void navigate({ search: (before) => ({ ...before, ...fromView(view) }), replace: true })
        }
      />
    </Page>
  );
}
