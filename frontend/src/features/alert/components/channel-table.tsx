import { History, Pencil, Send, Trash2 } from 'lucide-react';
import { QuietBadge } from '@/shared/ui/badge';
import { menuColumn } from '@/shared/ui/columns';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { MenuAction } from '@/shared/ui/menu';
import type { AlertChannel } from '../api/set-up';
import { channelKinds } from '../model';

type ChannelTableProps = {
  channels: readonly AlertChannel[] | undefined;
  isAdmin: boolean;
  onEdit(channel: AlertChannel): void;
  onTest(channel: AlertChannel): void;
  onHistory(channel: AlertChannel): void;
  onDelete(channel: AlertChannel): void;
};

export function ChannelTable({ channels, isAdmin, onEdit, onTest, onHistory, onDelete }: ChannelTableProps) {
  const menu = menuColumn<AlertChannel>(
    ({ name }) => name,
    (channel) => (
      <>
        <MenuAction Icon={History} label="Messages" onChoose={() => onHistory(channel)} />
        {isAdmin && (
          <>
            <MenuAction Icon={Send} label="Send a test" onChoose={() => onTest(channel)} />
            <MenuAction Icon={Pencil} label="Edit" onChoose={() => onEdit(channel)} />
            <MenuAction Icon={Trash2} label="Delete" isDangerous onChoose={() => onDelete(channel)} />
          </>
        )}
      </>
    ),
  );
  return <DataTable label="Channels" items={channels} keyOf={({ id }) => id} columns={[...columns, menu]} />;
}

const columns: readonly Column<AlertChannel>[] = [
  {
    id: 'name',
    label: 'Channel',
    isTitle: true,
    width: 'w-[28%]',
    cell: ({ name }) => <span className="font-medium">{name}</span>,
  },
  { id: 'kind', label: 'Kind', width: 'w-28', cell: ({ kind }) => channelKinds[kind] },
  {
    id: 'target',
    label: 'To',
    isWide: true,
    cell: ({ kind, addresses, url }) => (
      <span className="block truncate text-sm text-muted" title={url ?? addresses.join(', ')}>
        {kind === 'slack' ? 'Stored encrypted' : (url ?? addresses.join(', '))}
      </span>
    ),
  },
  {
    id: 'enabled',
    label: 'State',
    width: 'w-24',
    cell: ({ enabled }) => <QuietBadge tone={enabled ? 'good' : 'idle'}>{enabled ? 'On' : 'Off'}</QuietBadge>,
  },
];
