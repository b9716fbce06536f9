import { createFileRoute, Link, useNavigate } from '@tanstack/react-router';
import { NewTenantForm } from '@/features/tenant/components/new-tenant-form';
import { useIsAllowed } from '@/shared/session/use-session';
import { ButtonLink } from '@/shared/ui/button';
import { PageHeader } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/tenants/new')({ component: NewTenantPage });

function NewTenantPage() {
  const navigate = useNavigate();
  const mayUseDirectory = useIsAllowed('admin');
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHeader
        title="New tenant"
        trail={[
          <Link key="tenants" to="/tenants" className="hover:text-ink hover:underline">
            Tenants
          </Link>,
        ]}
        about="Creates a draft with ports and configuration. Deploy it to start its services."
      />
      <div className="rounded-lg border border-line bg-surface p-4 shadow-raised sm:p-6">
        <NewTenantForm
          mayUseDirectory={mayUseDirectory}
          cancel={
            <ButtonLink to="/tenants" variant="quiet">
              Cancel
            </ButtonLink>
          }
          onCreated={(tenant) => void navigate({ to: '/tenants/$tenant', params: { tenant: tenant.slug } })}
        />
      </div>
    </div>
  );
}
