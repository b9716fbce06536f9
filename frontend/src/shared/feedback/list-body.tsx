import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Pagination } from '../ui/pagination';
import { LoadFailed } from './load-failed';
import { NothingMatches } from './nothing-matches';

type ListPage = { page: number; size: number; total: number };

type ListBodyProps<T extends ListPage> = {
  /** Must not throw. */
  query: UseQueryResult<T>;
  /** Whether something is left out by a search or a filter. */
  isFiltered: boolean;
  /** In the place of a list that is empty without a filter. */
  nothing: ReactNode;
  /** The title in the place of one whose filter finds nothing. */
  noMatch: string;
  onClear(): void;
  /** @param page undefined for the first one */
  onPage(page: number | undefined): void;
  children: ReactNode;
};

/** A list with its pages, or what is to be said in its place. */
export function ListBody<T extends ListPage>(props: ListBodyProps<T>) {
  const { query, isFiltered, onPage, children } = props;
  const { data, isPlaceholderData, isLoadingError } = query;
  const isEmpty = data?.total === 0 && !isPlaceholderData;
  return (
    <>
      {isEmpty && !isFiltered && props.nothing}
      {isEmpty && isFiltered && <NothingMatches title={props.noMatch} onClear={props.onClear} />}
      <LoadFailed query={query} />
      {!isLoadingError && !isEmpty && children}
      {data && (
        <Pagination
          page={data.page}
          size={data.size}
          total={data.total}
          onPage={(page) => onPage(page || undefined)}
        />
      )}
    </>
  );
}
