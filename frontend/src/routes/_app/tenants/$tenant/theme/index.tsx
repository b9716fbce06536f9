import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi, useNavigate } from '@tanstack/react-router';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { isServing } from '@/features/tenant/model';
import { analysesOptions } from '@/features/theme/api/analysis';
import { themeOptions } from '@/features/theme/api/theme';
import { AnalysisStart } from '@/features/theme/components/analysis-start';
import { LogoPanel } from '@/features/theme/components/logo-panel';
import { ThemeEditor } from '@/features/theme/components/theme-editor';
import { ThemeVersions } from '@/features/theme/components/theme-versions';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { useIsAllowed } from '@/shared/session/use-session';
import { Sheet } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/tenants/$tenant/theme/')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [
      queryClient.prefetchQuery(themeOptions(tenant)),
      queryClient.prefetchQuery(analysesOptions(tenant)),
    ]),
  component: ThemeTab,
});

const route = getRouteApi('/_app/tenants/$tenant/theme/');

function ThemeTab() {
  const { tenant: id } = route.useParams();
  const theme = useQuery(themeOptions(id));
  const { data: tenant } = useQuery(tenantOptions(id));
  const navigate = useNavigate();
  const mayChange = useIsAllowed('operator');
  const logo = theme.data?.value.logo;
  const logoAddress = logo ? `/api/tenants/${id}/theme/logo?v=${logo.hash}` : undefined;
  const site = tenant && isServing(tenant) ? tenant.url : undefined;

  return (
    <Loaded query={theme}>
      {(stored) => (
        <Sheet>
          <AnalysisStart
            tenant={id}
            mayChange={mayChange}
            onStarted={(analysis) =>
              void navigate({ to: '/tenants/$tenant/theme/$analysis', params: { tenant: id, analysis } })
            }
          />
          <ThemeEditor
            key={id}
            tenant={id}
            stored={stored}
            mayChange={mayChange}
            logo={logoAddress}
            site={site}
          >
            <LogoPanel tenant={id} theme={stored.value} logo={logoAddress} mayChange={mayChange} />
          </ThemeEditor>
          <ThemeVersions tenant={id} current={stored.value} mayChange={mayChange} />
        </Sheet>
      )}
    </Loaded>
  );
}
