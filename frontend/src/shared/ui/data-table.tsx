import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { cn } from '../cn';
import { Bone } from '../feedback/skeleton';

export type Column<T> = {
  id: string;
  label: string;
  /** Width of the column from 48 rem on, as a class on its `col`; without it the column takes what is left. */
  width?: string;
  cell(item: T): ReactNode;
  /** The API's name of the sort order, if the head sorts. */
  sort?: string;
  isRight?: boolean;
  /** The cell names its row, and is the card's title on narrow screens. */
  isTitle?: boolean;
  /** Left out of the cards of narrow screens, and of tables below 80 rem. */
  isExtra?: boolean;
  /** Left out of the cards of narrow screens. */
  isWide?: boolean;
  /** Selects the row: before the card on narrow screens. The first column, if there is one. */
  isPick?: boolean;
  /** The label is for screen readers only, as for a column of menus. */
  isBare?: boolean;
  /** Instead of the label, such as a checkbox for all rows. */
  head?: ReactNode;
};

type DataTableProps<T> = {
  label: string;
  columns: readonly Column<T>[];
  /** Undefined while the first page loads. */
  items: readonly T[] | undefined;
  keyOf(item: T): string | number;
  sort?: string;
  onSort?(sort: string): void;
  /** What is shown is older than what was asked for. */
  isStale?: boolean;
  /** Whether the row stands out, as a selected one. */
  isMarked?(item: T): boolean;
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
  isMarked,
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
        {columns.map(({ id, width, isExtra }) => (
          <col key={id} className={cn(width, isExtra && 'max-xl:hidden')} />
        ))}
      </colgroup>
      <thead className="max-md:sr-only">
        <tr className="border-b border-line text-left text-sm text-muted">
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              aria-sort={column.sort ? sorted(column.sort, sort) : undefined}
              className={cn(
                'h-8 px-2 font-medium first:pl-4 last:pr-4 lg:first:pl-6',
                rare(column),
                column.isPick && 'max-md:hidden',
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
                <td colSpan={columns.length} className="px-4 lg:px-6">
                  <Bone className="h-3.5 w-2/3" />
                </td>
              </tr>
            ))
          : items.map((item) => (
              <Row key={keyOf(item)} item={item} columns={columns} isMarked={isMarked?.(item)} />
            ))}
      </tbody>
    </table>
  );
}

function Row<T>({ item, columns, isMarked }: { item: T; columns: readonly Column<T>[]; isMarked?: boolean }) {
  return (
    <tr
      data-marked={isMarked || undefined}
      className={cn(
        'group relative border-b border-line transition-colors duration-100 hover:bg-sunken/60 max-md:grid max-md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:py-2.5 max-md:pr-4 data-marked:bg-accent-soft/60 md:h-(--row)',
        columns[0]?.isPick ? 'max-md:pl-12' : 'max-md:pl-4',
      )}
    >
      {columns.map((column) => {
        const look = cn(
          'min-w-0 truncate md:px-2 md:first:pl-4 md:last:pr-4 lg:first:pl-6',
          column.isRight && 'md:text-right',
          column.isBare && 'max-md:justify-self-end',
          column.isPick && 'max-md:absolute max-md:top-3 max-md:left-4 max-md:overflow-visible',
          rare(column),
        );
        return column.isTitle ? (
          <th key={column.id} scope="row" className={cn(look, 'text-left font-normal')}>
            {column.cell(item)}
          </th>
        ) : (
          <td key={column.id} className={look}>
            {column.isRight && !column.isBare && (
              <span aria-hidden className="mr-1.5 text-xs text-muted md:hidden">
                {column.label}
              </span>
            )}
            {column.cell(item)}
          </td>
        );
      })}
    </tr>
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
  const { label, isBare, head } = column;
  if (head) return head;
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

const rare = ({ isExtra, isWide }: { isExtra?: boolean; isWide?: boolean }) =>
  isExtra ? 'max-xl:hidden' : isWide ? 'max-md:hidden' : undefined;

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
