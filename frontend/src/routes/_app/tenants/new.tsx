import { createFileRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { NewTenantForm } from '@/features/tenant/components/new-tenant-form';
import type { Tenant } from '@/features/tenant/model';
import { useIsAllowed } from '@/shared/session/use-session';
import { ButtonLink } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { SecretOnce } from '@/shared/ui/secret-once';

export const Route = createFileRoute('/_app/tenants/new')({ component: NewTenantPage });

function NewTenantPage() {
  const navigate = useNavigate();
  const mayUseDirectory = useIsAllowed('admin');
  const [created, setCreated] = useState<Tenant>();
  const password = created?.config.adminPassword.value;
  const show = (tenant: Tenant) => void navigate({ to: '/tenants/$tenant', params: { tenant: tenant.slug } });

  function onCreated(tenant: Tenant) {
    if (tenant.config.adminPassword.value) setCreated(tenant);
    else show(tenant);
  }

  return (
    <Page title="New tenant" width="text" trail={<Link to="/tenants">Tenants</Link>}>
      <div className="max-w-2xl">
        {created && password ? (
          <div className="grid gap-4">
            <p>
              <span className="font-semibold">{created.name}</span> was created as a draft. Its administrator
              signs in as <code className="font-mono text-sm">{created.config.adminUsername}</code> with this
              password.
            </p>
            <SecretOnce
              title="Administrator's password"
              name="password"
              secret={password}
              done="Stored, continue"
              onDone={() => show(created)}
            />
          </div>
        ) : (
          <NewTenantForm
            mayUseDirectory={mayUseDirectory}
            cancel={
              <ButtonLink to="/tenants" variant="quiet">
                Cancel
              </ButtonLink>
            }
            onCreated={onCreated}
          />
        )}
      </div>
    </Page>
  );
}
