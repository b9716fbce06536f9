import { memo, type ReactNode } from 'react';
import { cn } from '../cn';
import { Checkbox } from './checkbox';

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
  /** Left out of the cards of narrow screens, and of tables below 96 rem. */
  isRare?: boolean;
  /** Left out of the cards of narrow screens. */
  isWide?: boolean;
  /** The label is for screen readers only, as for a column of menus. */
  isBare?: boolean;
};

type RowProps<T> = {
  item: T;
  columns: readonly Column<T>[];
  pickLabel?: string;
  isPicked?: boolean;
  onPick?(item: T, isOn: boolean): void;
};

function PlainRow<T>({ item, columns, pickLabel, isPicked, onPick }: RowProps<T>) {
  return (
    <tr
      data-marked={isPicked || undefined}
      className={cn(
        'group relative border-b border-line transition-colors duration-100 hover:bg-sunken/60 max-md:grid max-md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:py-2.5 max-md:pr-4 data-marked:bg-accent-soft/60 md:h-(--row)',
        onPick ? 'max-md:pl-12' : 'max-md:pl-4',
      )}
    >
      {onPick && (
        <td className="truncate max-md:absolute max-md:top-3 max-md:left-4 max-md:overflow-visible md:pl-4 lg:pl-6">
          <span className="relative z-10 inline-flex align-middle">
            <Checkbox
              isBare
              label={pickLabel ?? ''}
              isChecked={isPicked ?? false}
              onCheck={(isOn) => onPick(item, isOn)}
            />
          </span>
        </td>
      )}
      <Cells item={item} columns={columns} />
    </tr>
  );
}

/** Rendered again only when its item, its columns or its selection change: a list may have hundreds of rows. */
export const Row = memo(PlainRow) as typeof PlainRow;

function PlainCells<T>({ item, columns }: { item: T; columns: readonly Column<T>[] }) {
  return (
    <>
      {columns.map((column) => {
        const look = cn(
          'min-w-0 truncate md:px-2 md:first:pl-4 md:last:pr-4 lg:first:pl-6',
          column.isRight && 'md:text-right',
          column.isBare && 'max-md:col-start-2 max-md:justify-self-end',
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
    </>
  );
}

/** Apart from the row: to select all rows renders their checkboxes alone. */
const Cells = memo(PlainCells) as typeof PlainCells;

/** The classes of a column that narrow screens leave out. */
export const rare = ({ isRare, isExtra, isWide }: Pick<Column<never>, 'isRare' | 'isExtra' | 'isWide'>) =>
  isRare ? 'max-2xl:hidden' : isExtra ? 'max-xl:hidden' : isWide ? 'max-md:hidden' : undefined;
