import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { tenantOptions } from '@/features/tenant/api/get-tenant';
import { isServing } from '@/features/tenant/model';
import { analysisOptions } from '@/features/theme/api/analysis';
import { AnalysisPage } from '@/features/theme/components/analysis-page';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { useIsAllowed } from '@/shared/session/use-session';
import { Sheet } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/tenants/$tenant/theme/$analysis')({
  loader: ({ context: { queryClient }, params: { analysis }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(analysisOptions(analysis))]),
  component: AnalysisTab,
});

const route = getRouteApi('/_app/tenants/$tenant/theme/$analysis');

function AnalysisTab() {
  const { tenant: id, analysis: analysisId } = route.useParams();
  const analysis = useQuery(analysisOptions(analysisId));
  const { data: tenant } = useQuery(tenantOptions(id));
  const mayChange = useIsAllowed('operator');
  return (
    <Loaded query={analysis}>
      {(data) => (
        <Sheet>
          <AnalysisPage
            key={data.id}
            tenant={id}
            analysis={data}
            mayChange={mayChange}
            site={tenant && isServing(tenant) ? tenant.url : undefined}
          />
        </Sheet>
      )}
    </Loaded>
  );
}
