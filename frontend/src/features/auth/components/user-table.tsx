import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu, MenuAction } from '@/shared/ui/menu';
import { TimeAgo } from '@/shared/ui/time-ago';
import type { Account } from '../api/users';

type UserTableProps = {
  users: readonly Account[] | undefined;
  onEdit(user: Account): void;
  onDelete(user: Account): void;
};

export function UserTable({ users, onEdit, onDelete }: UserTableProps) {
  return (
    <DataTable
      label="Users"
      items={users}
      keyOf={({ id }) => id}
      columns={[
        ...columns,
        {
          id: 'menu',
          label: 'Actions',
          isBare: true,
          isRight: true,
          width: 'w-14',
          cell: (user) => (
            <Menu
              trigger={
                <IconButton
                  label={`Actions for ${user.username}`}
                  icon={<Ellipsis aria-hidden />}
                  className="size-7 text-muted hover:bg-line hover:text-ink"
                />
              }
            >
              <MenuAction Icon={Pencil} label="Change" onChoose={() => onEdit(user)} />
              <MenuAction Icon={Trash2} label="Delete" isDangerous onChoose={() => onDelete(user)} />
            </Menu>
          ),
        },
      ]}
    />
  );
}

const columns: readonly Column<Account>[] = [
  {
    id: 'username',
    label: 'User',
    isTitle: true,
    cell: ({ username, disabled }) => (
      <span className="flex items-baseline gap-2">
        <span className="truncate font-semibold">{username}</span>
        {disabled && <span className="text-sm text-warn">Sign-in disabled</span>}
      </span>
    ),
  },
  {
    id: 'role',
    label: 'Role',
    width: 'w-32',
    cell: ({ role }) => <span className="capitalize">{role}</span>,
  },
  {
    id: 'last',
    label: 'Last sign-in',
    width: 'w-40',
    cell: ({ lastSignInAt }) => (
      <span className="text-sm text-muted">{lastSignInAt ? <TimeAgo at={lastSignInAt} /> : 'Never'}</span>
    ),
  },
  {
    id: 'created',
    label: 'Created',
    width: 'w-40',
    isExtra: true,
    cell: ({ createdAt }) => (
      <span className="text-sm text-muted">
        <TimeAgo at={createdAt} />
      </span>
    ),
  },
];
