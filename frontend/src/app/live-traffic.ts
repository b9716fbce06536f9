import type { QueryClient } from '@tanstack/react-query';
import type { Overview } from '@/features/overview/model';
import type { TenantPage } from '@/features/tenant/model';
import { keys } from '@/shared/api/keys';
import type { LiveEvent } from '@/shared/live/live-events';

/** What a server has counted in a minute; `tenants` by slug, as requests and server errors, where they are not too many. */
type Counted = {
  server: number;
  at: string;
  requests: number;
  serverErrors: number;
  tenants?: Record<string, [requests: number, serverErrors: number]>;
};

function toCounted({ data }: LiveEvent): Counted | undefined {
  return typeof data.at === 'string' ? (data as Counted) : undefined;
}

/**
 * Puts the figures of an event into what is shown of them, so that nothing is loaded each minute.
 *
 * @returns the slugs of the tenants that have new figures; undefined if the event does not name them
 */
export function showTraffic(queryClient: QueryClient, event: LiveEvent): ReadonlySet<string> | undefined {
  const counted = toCounted(event);
  if (!counted) return undefined;
  const { at, server, requests, serverErrors, tenants } = counted;
  queryClient.setQueriesData<Overview>({ queryKey: [keys.overview, 'facts'] }, (before) =>
    before
      ? {
          ...before,
          traffic: [
            ...before.traffic.filter((each) => each.server !== server),
            { server, at, requests, serverErrors },
          ],
        }
      : before,
  );
  if (!tenants) return undefined;
  queryClient.setQueriesData<TenantPage>({ queryKey: [keys.tenants, 'list'] }, (before) =>
    before
      ? {
          ...before,
          items: before.items.map((item) => {
            const figures = tenants[item.slug];
            if (!figures) return item;
            return { ...item, lastMinute: { at, requests: figures[0], serverErrors: figures[1] } };
          }),
        }
      : before,
  );
  return new Set(Object.keys(tenants));
}
