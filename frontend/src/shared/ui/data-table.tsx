import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { cn } from '../cn';
import { Bone } from '../feedback/skeleton';
import { Checkbox } from './checkbox';
import { type Column, Row, rare } from './data-row';

export type { Column } from './data-row';

/** A checkbox before each row, and one for all of them. */
export type Pick<T> = {
  label: string;
  isAll: boolean;
  isSome: boolean;
  onAll(isOn: boolean): void;
  labelOf(item: T): string;
  has(item: T): boolean;
  /** The same function in each rendering, so that only rows that change are rendered again. */
  onPick(item: T, isOn: boolean): void;
};

type DataTableProps<T> = {
  label: string;
  /** The same array in each rendering: it decides what a row renders. */
  columns: readonly Column<T>[];
  /** Undefined while the first page loads. */
  items: readonly T[] | undefined;
  keyOf(item: T): string | number;
  sort?: string;
  onSort?(sort: string): void;
  /** What is shown is older than what was asked for. */
  isStale?: boolean;
  pick?: Pick<T>;
};

/**
 * A table of fixed columns, so that nothing moves when a badge changes; on narrow screens each row is a card. Arrow
 * keys move between the rows' links.
 */
export function DataTable<T>({
  label,
  columns,
  items,
  keyOf,
  sort,
  onSort,
  isStale,
  pick,
}: DataTableProps<T>) {
  return (
    <table
      aria-busy={isStale || items === undefined || undefined}
      className={cn(
        'w-full table-fixed max-md:block',
        isStale && 'opacity-60 transition-opacity delay-200 duration-150',
      )}
    >
      <caption className="sr-only">{label}</caption>
      <colgroup className="max-md:hidden">
        {pick && <col className="w-14" />}
        {columns.map(({ id, width, isExtra, isRare }) => (
          <col key={id} className={cn(width, rare({ isExtra, isRare }))} />
        ))}
      </colgroup>
      <thead className="max-md:sr-only">
        <tr className="border-b border-line text-left text-sm text-muted">
          {pick && (
            <th scope="col" className="h-8 pl-4 max-md:hidden lg:pl-6">
              <Checkbox
                isBare
                label={pick.label}
                isChecked={pick.isAll}
                isMixed={pick.isSome && !pick.isAll}
                onCheck={pick.onAll}
              />
            </th>
          )}
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              aria-sort={column.sort ? sorted(column.sort, sort) : undefined}
              className={cn(
                'h-8 px-2 font-medium first:pl-4 last:pr-4 lg:first:pl-6',
                rare(column),
                column.isRight && 'text-right',
              )}
            >
              <Head column={column} sort={sort} onSort={onSort} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block" onKeyDown={moveByArrow}>
        {items === undefined
          ? Array.from({ length: 8 }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
              <tr key={row} className="h-(--row) animate-late border-b border-line">
                <td colSpan={columns.length + (pick ? 1 : 0)} className="px-4 lg:px-6">
                  <Bone className="h-3.5 w-2/3" />
                </td>
              </tr>
            ))
          : items.map((item) => (
              <Row
                key={keyOf(item)}
                item={item}
                columns={columns}
                pickLabel={pick?.labelOf(item)}
                isPicked={pick?.has(item)}
                onPick={pick?.onPick}
              />
            ))}
      </tbody>
    </table>
  );
}

function Head<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>;
  sort?: string;
  onSort?(sort: string): void;
}) {
  const { label, isBare } = column;
  if (isBare) return <span className="sr-only">{label}</span>;
  if (!column.sort || !onSort) return label;
  const by = column.sort;
  const Arrow = sort === `-${by}` ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={() => onSort(sort === by ? `-${by}` : by)}
      className="-mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-ink"
    >
      {label}
      <Arrow
        aria-hidden
        className={cn(
          'size-3.5',
          sort === by || sort === `-${by}` ? 'text-accent' : 'opacity-0 group-hover:opacity-50',
        )}
      />
    </button>
  );
}

function sorted(by: string, sort: string | undefined) {
  if (sort === by) return 'ascending';
  return sort === `-${by}` ? 'descending' : 'none';
}

function moveByArrow(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = (event.target as HTMLElement).closest('tr');
  if (!row || !(event.target instanceof HTMLAnchorElement)) return;
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
  const link = next?.querySelector<HTMLAnchorElement>('th a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}
