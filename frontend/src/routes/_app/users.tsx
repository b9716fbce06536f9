import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { UserTabs } from '@/app/shell/page-tabs';
import { type Account, useDeleteUser, usersOptions } from '@/features/auth/api/users';
import { UserDialog } from '@/features/auth/components/user-dialog';
import { UserTable } from '@/features/auth/components/user-table';
import { warm } from '@/shared/api/warm';
import { Button } from '@/shared/ui/button';
import { ConfirmSlug } from '@/shared/ui/confirm-slug';
import { Page } from '@/shared/ui/page';

export const Route = createFileRoute('/_app/users')({
  loader: ({ context: { queryClient }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(usersOptions())]),
  component: UsersPage,
});

function UsersPage() {
  const { data } = useQuery(usersOptions());
  const [open, setOpen] = useState<Account | 'new'>();
  const [leaving, setLeaving] = useState<Account>();
  const remove = useDeleteUser();

  return (
    <Page
      title="Users"
      width="wide"
      below={<UserTabs />}
      about={<span className="tabular-nums">{data?.total}</span>}
      actions={
        <Button variant="primary" onClick={() => setOpen('new')}>
          <Plus aria-hidden />
          New user
        </Button>
      }
    >
      <UserTable users={data?.items} onEdit={setOpen} onDelete={setLeaving} />
      <UserDialog user={open} onClose={() => setOpen(undefined)} />
      <ConfirmSlug
        title={`Delete ${leaving?.username ?? 'user'}`}
        slug={leaving?.username ?? ''}
        verb="Delete user"
        isOpen={leaving !== undefined}
        isPending={remove.isPending}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => leaving && remove.run(leaving.id, { onSuccess: () => setLeaving(undefined) })}
      >
        <p className="text-muted">Sessions and API tokens of the user end at once. The audit log is kept.</p>
      </ConfirmSlug>
    </Page>
  );
}
