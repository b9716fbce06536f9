import { useQuery } from '@tanstack/react-query';
import { SelectField } from '@/shared/ui/field';
import { FilterField } from '@/shared/ui/filter-field';
import { labelsOptions } from '../api/list-labels';
import { healthStates, tenantStates } from '../model';

export type TenantFilter = {
  search?: string;
  status?: string;
  health?: string;
  label?: string;
  sort?: string;
};

const options = (any: string, states: Record<string, { label: string }>) => [
  { value: '', label: any },
  ...Object.entries(states).map(([value, { label }]) => ({ value, label })),
];
const statusOptions = options('Status', tenantStates);
const healthOptions = options('Health', healthStates);

/** The orders that a list has no head for come first after the usual one. */
const orders = [
  { value: 'name', label: 'By name' },
  { value: 'attention', label: 'Failed first' },
  { value: '-createdAt', label: 'Newest first' },
];

/** Search, filters and order of the list, as they are in the URL. */
export function TenantFilters({
  filter,
  onFilter,
}: {
  filter: TenantFilter;
  onFilter(change: TenantFilter): void;
}) {
  const { data: labels } = useQuery({ ...labelsOptions(), throwOnError: false });
  const sort = filter.sort ?? 'name';
  const isOwn = orders.some(({ value }) => value === sort);
  const known = labels?.items.map(({ label }) => label) ?? [];
  const isChosenUnknown = filter.label !== undefined && !known.includes(filter.label);
  const labelChoices = isChosenUnknown ? [filter.label as string, ...known] : known;
  return (
    <search className="flex min-w-0 flex-1 items-center gap-2 max-sm:flex-wrap">
      <FilterField
        label="Search tenants by name, slug or domain"
        placeholder="Name, slug, domain"
        value={filter.search}
        onFilter={(search) => onFilter({ search })}
        className="max-sm:basis-full lg:w-48"
      />
      <SelectField
        label="Status"
        className="max-sm:flex-1 max-sm:basis-[40%] lg:max-w-28"
        options={statusOptions}
        value={filter.status ?? ''}
        onChange={(event) => onFilter({ status: event.target.value || undefined })}
      />
      <SelectField
        label="Health"
        className="max-sm:flex-1 max-sm:basis-[40%] lg:max-w-28"
        options={healthOptions}
        value={filter.health ?? ''}
        onChange={(event) => onFilter({ health: event.target.value || undefined })}
      />
      {labelChoices.length > 0 && (
        <SelectField
          label="Label"
          className="max-sm:flex-1 max-sm:basis-[40%] lg:max-w-28"
          options={[{ value: '', label: 'Label' }, ...labelChoices.map((label) => ({ value: label, label }))]}
          value={filter.label ?? ''}
          onChange={(event) => onFilter({ label: event.target.value || undefined })}
        />
      )}
      <SelectField
        label="Order"
        className="max-sm:flex-1 max-sm:basis-[40%] lg:max-w-30"
        options={isOwn ? orders : [{ value: sort, label: 'By column' }, ...orders]}
        value={sort}
        onChange={(event) =>
          onFilter({ sort: event.target.value === 'name' ? undefined : event.target.value })
        }
      />
    </search>
  );
}
