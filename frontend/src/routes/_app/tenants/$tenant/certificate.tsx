import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type TenantCertificate,
  tenantCertificateOptions,
  useAutomaticCertificate,
  useRenewCertificate,
} from '@/features/certificate/api/certificates';
import { CertificatePanel } from '@/features/certificate/components/certificate-panel';
import { NameFindings } from '@/features/certificate/components/name-findings';
import { RenewalNotices } from '@/features/certificate/components/renewal-notices';
import { UploadDialog } from '@/features/certificate/components/upload-dialog';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Sheet } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/tenants/$tenant/certificate')({
  loader: ({ context: { queryClient }, params: { tenant }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(tenantCertificateOptions(tenant))]),
  component: CertificateTab,
});

const route = getRouteApi('/_app/tenants/$tenant/certificate');

function CertificateTab() {
  const { tenant } = route.useParams();
  const certificate = useQuery(tenantCertificateOptions(tenant));
  return (
    <Loaded query={certificate}>
      {(data) =>
        data.state === 'none' ? (
          <NothingYet title="No certificate yet">The first deployment brings it.</NothingYet>
        ) : (
          <Sheet>
            <RenewalNotices certificate={data} />
            <div className="grid items-start gap-4 xl:grid-cols-2">
              <CertificatePanel
                certificate={data}
                actions={<CertificateActions tenant={tenant} certificate={data} />}
              />
              {data.mode === 'automatic' && <NameFindings certificate={data} />}
            </div>
          </Sheet>
        )
      }
    </Loaded>
  );
}

function CertificateActions({ tenant, certificate }: { tenant: string; certificate: TenantCertificate }) {
  const mayChange = useIsAllowed('operator');
  const renew = useRenewCertificate(tenant);
  const automatic = useAutomaticCertificate(tenant);
  const [isUploading, setIsUploading] = useState(false);
  if (!mayChange) return null;
  const isBusy = certificate.runId !== null;
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button size="sm" disabled={isBusy} onClick={() => setIsUploading(true)}>
        Upload
      </Button>
      {certificate.mode === 'own' ? (
        <Button
          size="sm"
          disabled={isBusy}
          isPending={automatic.isPending}
          onClick={() => automatic.run(undefined)}
        >
          Back to automatic
        </Button>
      ) : (
        <Button size="sm" disabled={isBusy} isPending={renew.isPending} onClick={() => renew.run(undefined)}>
          Renew now
        </Button>
      )}
      <UploadDialog tenant={tenant} isOpen={isUploading} onClose={() => setIsUploading(false)} />
    </div>
  );
}
