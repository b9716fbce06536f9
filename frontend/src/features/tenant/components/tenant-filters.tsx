import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SelectField } from '@/shared/ui/field';
import { tenantStates } from '../model';

export type TenantFilter = { search?: string; status?: string; sort?: string };

const statusOptions = [
  { value: '', label: 'Any status' },
  ...Object.entries(tenantStates).map(([value, { label }]) => ({ value, label })),
];

const sortOptions = [
  { value: 'name', label: 'Name, A to Z' },
  { value: '-name', label: 'Name, Z to A' },
  { value: '-createdAt', label: 'Newest first' },
  { value: 'createdAt', label: 'Oldest first' },
];

const pauseMs = 250;

/**
 * Search, filter and sort order of the list. The selection is kept in the URL; only the unfinished search text is
 * local.
 */
export function TenantFilters({
  filter,
  onFilter,
}: {
  filter: TenantFilter;
  onFilter(change: TenantFilter): void;
}) {
  const current = filter.search ?? '';
  const [typed, setTyped] = useState(current);
  const [seen, setSeen] = useState(current);
  if (current !== seen) {
    setSeen(current);
    if (current !== typed.trim()) setTyped(current);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing restarts the debounce
  useEffect(() => {
    if (typed.trim() === current) return;
    const timer = setTimeout(() => onFilter({ search: typed.trim() || undefined }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <search className="flex flex-wrap items-center gap-2">
      <div className="relative min-w-0 flex-1 basis-full sm:max-w-80 sm:basis-56">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted" />
        <input
          type="search"
          aria-label="Search tenants by name, slug or domain"
          placeholder="Name, slug or domain"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="h-9 w-full rounded-md border border-edge bg-surface pr-3 pl-9 placeholder:text-muted hover:border-ink pointer-coarse:text-lg"
        />
      </div>
      <SelectField
        label="Status"
        className="flex-1 sm:flex-none"
        options={statusOptions}
        value={filter.status ?? ''}
        onChange={(event) => onFilter({ status: event.target.value || undefined })}
      />
      <SelectField
        label="Order"
        className="flex-1 sm:flex-none"
        options={sortOptions}
        value={filter.sort ?? 'name'}
        onChange={(event) =>
          onFilter({ sort: event.target.value === 'name' ? undefined : event.target.value })
        }
      />
    </search>
  );
}
