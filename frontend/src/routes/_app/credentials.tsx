import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { SettingsTabs } from '@/app/shell/page-tabs';
import {
  type Credential,
  credentialsOptions,
  useDeleteCredential,
  useForgetHostKeys,
} from '@/features/credential/api/credentials';
import { CredentialDialog, PublicKey } from '@/features/credential/components/credential-dialog';
import { CredentialTable } from '@/features/credential/components/credential-table';
import { warm } from '@/shared/api/warm';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { Page } from '@/shared/ui/page';
import { ProblemNotice } from '@/shared/ui/problem-notice';

export const Route = createFileRoute('/_app/credentials')({
  loader: ({ context: { queryClient }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(credentialsOptions())]),
  component: CredentialsPage,
});

function CredentialsPage() {
  const { data } = useQuery(credentialsOptions());
  const [isCreating, setIsCreating] = useState(false);
  const [open, setOpen] = useState<{ what: 'show' | 'forget' | 'delete'; credential: Credential }>();
  const remove = useDeleteCredential();
  const forget = useForgetHostKeys();
  const { what, credential } = open ?? {};
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      New credential
    </Button>
  );

  function close() {
    setOpen(undefined);
    remove.reset();
  }

  return (
    <Page
      title="Git credentials"
      width="wide"
      about={<span className="tabular-nums">{data?.total || ''}</span>}
      actions={data?.total !== 0 && create}
      below={<SettingsTabs />}
    >
      {data?.total === 0 ? (
        <NothingYet title="No credentials yet" action={create}>
          Private repositories need one: a deploy key for ssh, or an access token for https. Each is for one
          host.
        </NothingYet>
      ) : (
        <CredentialTable
          credentials={data?.items}
          onShow={(chosen) => setOpen({ what: 'show', credential: chosen })}
          onForget={(chosen) => setOpen({ what: 'forget', credential: chosen })}
          onDelete={(chosen) => setOpen({ what: 'delete', credential: chosen })}
        />
      )}
      <CredentialDialog isOpen={isCreating} onClose={() => setIsCreating(false)} />
      <Dialog
        title={`Keys of ${credential?.name ?? ''}`}
        isOpen={what === 'show'}
        onClose={close}
        className="w-[min(38rem,calc(100vw-2rem))]"
      >
        <h3 className="font-medium">Public key</h3>
        <PublicKey text={credential?.publicKey ?? ''} />
        <h3 className="font-medium">Host keys of {credential?.host}</h3>
        {credential?.hostKeys ? (
          <pre className="max-h-40 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs break-all whitespace-pre-wrap">
            {credential.hostKeys}
          </pre>
        ) : (
          <p className="text-muted">Stored with the first connection; a later change is refused.</p>
        )}
        <DialogActions>
          <Button onClick={close}>Close</Button>
        </DialogActions>
      </Dialog>
      <Dialog
        title={`Forget the host keys of ${credential?.host ?? ''}?`}
        isOpen={what === 'forget'}
        onClose={close}
      >
        <p className="text-muted">
          Do this after the server got a new host key. The next connection trusts and stores the key that it
          meets.
        </p>
        <DialogActions>
          <Button onClick={close}>Keep</Button>
          <Button
            variant="danger"
            isPending={forget.isPending}
            onClick={() => credential && forget.run(credential.name, { onSuccess: close })}
          >
            Forget host keys
          </Button>
        </DialogActions>
      </Dialog>
      <Dialog title={`Delete ${credential?.name ?? ''}?`} isOpen={what === 'delete'} onClose={close}>
        {remove.error && <ProblemNotice error={remove.error} />}
        <p className="text-muted">
          The secret is erased. Remove the key or the token at {credential?.host} too.
        </p>
        <DialogActions>
          <Button onClick={close}>Keep</Button>
          <Button
            variant="danger"
            isPending={remove.isPending}
            onClick={() => credential && remove.run(credential.name, { onSuccess: close })}
          >
            Delete
          </Button>
        </DialogActions>
      </Dialog>
    </Page>
  );
}
