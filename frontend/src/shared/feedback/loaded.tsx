import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Skeleton } from './skeleton';

type LoadedProps<T> = {
  query: UseQueryResult<T>;
  /** Shown until there is data, with the text "Loading" for screen readers. */
  rows?: number;
  children(data: T): ReactNode;
};

/** The data of a query, or placeholders while it loads; a failed load is shown by the nearest error boundary. */
export function Loaded<T>({ query, rows, children }: LoadedProps<T>) {
  return query.data === undefined ? <Skeleton label="Loading" rows={rows} /> : children(query.data);
}
