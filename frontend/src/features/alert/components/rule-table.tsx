import { Pencil, Trash2 } from 'lucide-react';
import { QuietBadge } from '@/shared/ui/badge';
import { menuColumn } from '@/shared/ui/columns';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { MenuAction } from '@/shared/ui/menu';
import type { AlertChannel, AlertKind, AlertRule } from '../api/set-up';
import { quietText, scopeOf } from '../model';

type RuleTableProps = {
  rules: readonly AlertRule[] | undefined;
  kinds: readonly AlertKind[];
  channels: readonly AlertChannel[];
  isAdmin: boolean;
  onEdit(rule: AlertRule): void;
  onDelete(rule: AlertRule): void;
};

/** Who is told of what. */
export function RuleTable({ rules, kinds, channels, isAdmin, onEdit, onDelete }: RuleTableProps) {
  const titles = new Map(kinds.map(({ id, title }) => [id, title]));
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const columns: readonly Column<AlertRule>[] = [
    {
      id: 'name',
      label: 'Rule',
      isTitle: true,
      width: 'w-[24%]',
      cell: ({ name }) => <span className="font-medium">{name}</span>,
    },
    {
      id: 'about',
      label: 'About',
      cell: (rule) => (
        <span className="block truncate" title={scopeOf(rule, titles)}>
          {scopeOf(rule, titles)}
        </span>
      ),
    },
    {
      id: 'channels',
      label: 'Tells',
      width: 'w-[20%]',
      isWide: true,
      cell: ({ channels: ids }) =>
        ids.length === 0 ? (
          <QuietBadge tone="warn">Nobody</QuietBadge>
        ) : (
          <span className="block truncate">{ids.map((id) => names.get(id) ?? '…').join(', ')}</span>
        ),
    },
    {
      id: 'quiet',
      label: 'Quiet hours',
      width: 'w-52',
      isExtra: true,
      cell: (rule) => <span className="text-sm text-muted">{quietText(rule)}</span>,
    },
    {
      id: 'enabled',
      label: 'State',
      width: 'w-24',
      cell: ({ enabled }) => (
        <QuietBadge tone={enabled ? 'good' : 'idle'}>{enabled ? 'On' : 'Off'}</QuietBadge>
      ),
    },
  ];
  const menu = menuColumn<AlertRule>(
    ({ name }) => name,
    (rule) => (
      <>
        <MenuAction Icon={Pencil} label="Edit" onChoose={() => onEdit(rule)} />
        <MenuAction Icon={Trash2} label="Delete" isDangerous onChoose={() => onDelete(rule)} />
      </>
    ),
  );
  return (
    <DataTable
      label="Rules"
      items={rules}
      keyOf={({ id }) => id}
      columns={isAdmin ? [...columns, menu] : columns}
    />
  );
}
