import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Column } from './data-table';
import { IconButton } from './icon-button';
import { Menu } from './menu';
import { TimeAgo } from './time-ago';

type TimeOptions = Partial<Column<never>> & {
  /** Said where there is no time. */
  without?: string;
};

/** A column of times, said from now on. */
export function timeColumn<T>(
  id: string,
  label: string,
  at: (item: T) => string | null,
  { without = '–', ...options }: TimeOptions = {},
): Column<T> {
  return {
    id,
    label,
    width: 'w-36',
    ...(options as Partial<Column<T>>),
    cell(item) {
      const time = at(item);
      return <span className="text-sm text-muted">{time ? <TimeAgo at={time} /> : without}</span>;
    },
  };
}

/**
 * The last column: a menu of what can be done with a row.
 *
 * @param nameOf names the row in the label of its button
 */
export function menuColumn<T>(nameOf: (item: T) => string, actions: (item: T) => ReactNode): Column<T> {
  return {
    id: 'menu',
    label: 'Actions',
    isBare: true,
    isRight: true,
    width: 'w-14',
    cell: (item) => (
      <Menu
        trigger={
          <IconButton
            label={`Actions for ${nameOf(item)}`}
            icon={<Ellipsis aria-hidden />}
            className="size-7 text-muted hover:bg-line hover:text-ink"
          />
        }
      >
        {actions(item)}
      </Menu>
    ),
  };
}
