import { Pencil, Trash2 } from 'lucide-react';
import { menuColumn, timeColumn } from '@/shared/ui/columns';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { MenuAction } from '@/shared/ui/menu';
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
        menuColumn<Account>(
          ({ username }) => username,
          (user) => (
            <>
              <MenuAction Icon={Pencil} label="Change" onChoose={() => onEdit(user)} />
              <MenuAction Icon={Trash2} label="Delete" isDangerous onChoose={() => onDelete(user)} />
            </>
          ),
        ),
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
  timeColumn('last', 'Last sign-in', ({ lastSignInAt }) => lastSignInAt, { width: 'w-40', without: 'Never' }),
  timeColumn('created', 'Created', ({ createdAt }) => createdAt, { width: 'w-40', isExtra: true }),
];
