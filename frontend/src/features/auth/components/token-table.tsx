import { Trash2 } from 'lucide-react';
import { timeColumn } from '@/shared/ui/columns';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { IconButton } from '@/shared/ui/icon-button';
import type { ApiToken } from '../api/tokens';

type TokenTableProps = {
  tokens: readonly ApiToken[] | undefined;
  nameOf(tenantId: string): string;
  onRevoke(token: ApiToken): void;
};

export function TokenTable({ tokens, nameOf, onRevoke }: TokenTableProps) {
  const columns: Column<ApiToken>[] = [
    {
      id: 'name',
      label: 'Token',
      isTitle: true,
      cell: ({ name }) => <span className="font-semibold">{name}</span>,
    },
    {
      id: 'role',
      label: 'Role',
      width: 'w-28',
      cell: ({ role }) => <span className="capitalize">{role}</span>,
    },
    {
      id: 'tenants',
      label: 'Tenants',
      width: 'w-[24%]',
      cell: ({ tenants }) => (
        <span className="text-muted">{tenants === null ? 'All' : tenants.map(nameOf).join(', ')}</span>
      ),
    },
    { id: 'owner', label: 'Of', width: 'w-28', isExtra: true, cell: ({ owner }) => owner },
    timeColumn('used', 'Last used', ({ lastUsedAt }) => lastUsedAt, { width: 'w-32', without: 'Never' }),
    timeColumn('expires', 'Expires', ({ expiresAt }) => expiresAt, { width: 'w-32', without: 'Never' }),
    {
      id: 'revoke',
      label: 'Revoke',
      isBare: true,
      isRight: true,
      width: 'w-14',
      cell: (token) => (
        <IconButton
          label={`Revoke ${token.name}`}
          icon={<Trash2 aria-hidden />}
          className="size-7 text-muted hover:bg-line hover:text-bad"
          onClick={() => onRevoke(token)}
        />
      ),
    },
  ];
  return <DataTable label="API tokens" items={tokens} keyOf={({ id }) => id} columns={columns} />;
}
