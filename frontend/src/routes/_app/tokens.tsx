import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type ApiToken, tokensOptions, useRevokeToken } from '@/features/auth/api/tokens';
import { TokenDialog } from '@/features/auth/components/token-dialog';
import { TokenTable } from '@/features/auth/components/token-table';
import { tenantsOptions } from '@/features/tenant/api/list-tenants';
import { warm } from '@/shared/api/warm';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { Page } from '@/shared/ui/page';

const allTenants = () => tenantsOptions({ size: 200, sort: 'name' });

export const Route = createFileRoute('/_app/tokens')({
  loader: ({ context: { queryClient }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(tokensOptions()), queryClient.prefetchQuery(allTenants())]),
  component: TokensPage,
});

function TokensPage() {
  const { data } = useQuery(tokensOptions());
  const { data: tenants } = useQuery({ ...allTenants(), throwOnError: false });
  const [isCreating, setIsCreating] = useState(false);
  const [leaving, setLeaving] = useState<ApiToken>();
  const revoke = useRevokeToken();
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      New token
    </Button>
  );

  return (
    <Page
      title="API tokens"
      width="wide"
      about={<span className="tabular-nums">{data?.total || ''}</span>}
      actions={data?.total !== 0 && create}
    >
      {data?.total === 0 ? (
        <NothingYet title="No API tokens yet" action={create}>
          For CI and scripts: with a role, an expiry, and only the tenants they need.
        </NothingYet>
      ) : (
        <TokenTable
          tokens={data?.items}
          nameOf={(id) => tenants?.items.find((tenant) => tenant.id === id)?.name ?? id.slice(0, 8)}
          onRevoke={setLeaving}
        />
      )}
      <TokenDialog
        isOpen={isCreating}
        tenants={(tenants?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onClose={() => setIsCreating(false)}
      />
      <Dialog
        title={`Revoke ${leaving?.name ?? 'token'}?`}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
      >
        <p className="text-muted">Whatever uses it is refused at once. This cannot be undone.</p>
        <DialogActions>
          <Button onClick={() => setLeaving(undefined)}>Keep</Button>
          <Button
            variant="danger"
            isPending={revoke.isPending}
            onClick={() => leaving && revoke.run(leaving.id, { onSuccess: () => setLeaving(undefined) })}
          >
            Revoke
          </Button>
        </DialogActions>
      </Dialog>
    </Page>
  );
}
