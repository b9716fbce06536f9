import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { isServing } from '@/features/tenant/model';
import { themeOptions } from '@/features/theme/api/theme';
import { ThemeEditor } from '@/features/theme/components/theme-editor';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { useIsAllowed } from '@/shared/session/use-session';
import { Sheet } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/tenants/$tenant/theme/')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(themeOptions(tenant))]),
  component: ThemeTab,
});

const route = getRouteApi('/_app/tenants/$tenant/theme/');

function ThemeTab() {
  const { tenant: id } = route.useParams();
  const theme = useQuery(themeOptions(id));
  const { data: tenant } = useQuery(tenantOptions(id));
  const mayChange = useIsAllowed('operator');
  const site = tenant && isServing(tenant) ? tenant.url : undefined;

  return (
    <Loaded query={theme}>
      {(stored) => (
        <Sheet>
          <ThemeEditor
            key={id}
            tenant={id}
            stored={stored}
            mayChange={mayChange}
            logo={stored.value.logo ? `/api/tenants/${id}/theme/logo?v=${stored.value.logo.hash}` : undefined}
            site={site}
          />
        </Sheet>
      )}
    </Loaded>
  );
}
