import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from './button';

type PaginationProps = { page: number; size: number; total: number; onPage(page: number): void };

/** `21–40 of 123` with links to the neighbouring pages. Hidden if there is only one page. */
export function Pagination({ page, size, total, onPage }: PaginationProps) {
  if (total <= size && page === 0) return null;
  const first = page * size + 1;
  const last = Math.min(total, first + size - 1);
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 px-4 py-2 lg:px-6">
      <p className="text-sm text-muted tabular-nums">
        {first}–{last} of {total}
      </p>
      <div className="flex gap-2">
        <Button size="sm" disabled={page === 0} onClick={() => onPage(page - 1)}>
          <ChevronLeft aria-hidden />
          Previous
        </Button>
        <Button size="sm" disabled={last >= total} onClick={() => onPage(page + 1)}>
          Next
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </nav>
  );
}
