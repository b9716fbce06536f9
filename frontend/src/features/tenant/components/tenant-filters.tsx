import { SelectField } from '@/shared/ui/field';
import { FilterField } from '@/shared/ui/filter-field';
import { healthStates, tenantStates } from '../model';

export type TenantFilter = { search?: string; status?: string; health?: string };

const options = (any: string, states: Record<string, { label: string }>) => [
  { value: '', label: any },
  ...Object.entries(states).map(([value, { label }]) => ({ value, label })),
];
const statusOptions = options('Any status', tenantStates);
const healthOptions = options('Any health', healthStates);

/** Search and filters of the list, as they are in the URL. */
export function TenantFilters({
  filter,
  onFilter,
}: {
  filter: TenantFilter;
  onFilter(change: TenantFilter): void;
}) {
  return (
    <search className="flex min-w-0 flex-1 items-center gap-2 max-sm:flex-wrap">
      <FilterField
        label="Search tenants by name, slug or domain"
        placeholder="Name, slug or domain"
        value={filter.search}
        onFilter={(search) => onFilter({ search })}
        className="max-sm:basis-full lg:w-60"
      />
      <SelectField
        label="Status"
        className="max-sm:flex-1"
        options={statusOptions}
        value={filter.status ?? ''}
        onChange={(event) => onFilter({ status: event.target.value || undefined })}
      />
      <SelectField
        label="Health"
        className="max-sm:flex-1"
        options={healthOptions}
        value={filter.health ?? ''}
        onChange={(event) => onFilter({ health: event.target.value || undefined })}
      />
    </search>
  );
}
