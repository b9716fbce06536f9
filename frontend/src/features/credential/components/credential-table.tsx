import { Eye, KeyRound, Trash2 } from 'lucide-react';
import { menuColumn, timeColumn } from '@/shared/ui/columns';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { MenuAction } from '@/shared/ui/menu';
import type { Credential } from '../api/credentials';

type CredentialTableProps = {
  credentials: readonly Credential[] | undefined;
  onShow(credential: Credential): void;
  onForget(credential: Credential): void;
  onDelete(credential: Credential): void;
};

export function CredentialTable({ credentials, onShow, onForget, onDelete }: CredentialTableProps) {
  return (
    <DataTable
      label="Credentials"
      items={credentials}
      keyOf={({ name }) => name}
      columns={[
        ...columns,
        menuColumn<Credential>(
          ({ name }) => name,
          (credential) => (
            <>
              {credential.kind === 'deploy-key' && (
                <MenuAction Icon={Eye} label="Show keys" onChoose={() => onShow(credential)} />
              )}
              {credential.hostKeys !== null && (
                <MenuAction Icon={KeyRound} label="Forget host keys" onChoose={() => onForget(credential)} />
              )}
              <MenuAction Icon={Trash2} label="Delete" isDangerous onChoose={() => onDelete(credential)} />
            </>
          ),
        ),
      ]}
    />
  );
}

const columns: readonly Column<Credential>[] = [
  {
    id: 'name',
    label: 'Credential',
    isTitle: true,
    cell: ({ name }) => <span className="font-mono text-sm font-medium">{name}</span>,
  },
  {
    id: 'kind',
    label: 'Kind',
    width: 'w-32',
    cell: ({ kind }) => (kind === 'deploy-key' ? 'Deploy key' : 'Access token'),
  },
  {
    id: 'host',
    label: 'For',
    width: 'w-[26%]',
    cell: ({ host, pathPrefix }) => (
      <span className="font-mono text-sm">
        {host}
        {pathPrefix}
      </span>
    ),
  },
  {
    id: 'hostKeys',
    label: 'Host keys',
    width: 'w-40',
    isExtra: true,
    cell: ({ kind, hostKeys }) => (
      <span className="text-sm text-muted">
        {kind === 'access-token' ? '–' : hostKeys === null ? 'Not connected yet' : 'Stored'}
      </span>
    ),
  },
  { id: 'by', label: 'By', width: 'w-28', isExtra: true, cell: ({ createdBy }) => createdBy },
  timeColumn('created', 'Created', ({ createdAt }) => createdAt),
];
