import { toLevel } from '@/shared/log/level';
import { controlLook, SelectField } from '@/shared/ui/field';
import { FilterField } from '@/shared/ui/filter-field';
import { type LogFilter, type LogSource, toInstant, toLocal } from '../model';

const sources = [
  { value: '', label: 'Log and requests' },
  { value: 'manager', label: 'Log' },
  { value: 'request', label: 'Requests' },
];
const levels = [
  { value: '', label: 'All levels' },
  { value: 'warn', label: 'Warnings, errors' },
  { value: 'error', label: 'Errors' },
];

type Props = { filter: LogFilter; onFilter(change: Partial<LogFilter>): void };

/** The filter of the manager's log, as it is in the address. */
export function ManagerLogFilters({ filter, onFilter }: Props) {
  return (
    <search className="flex min-w-0 flex-1 flex-wrap items-center gap-2 py-2">
      <SelectField
        label="Source"
        className="lg:max-w-36"
        options={sources}
        value={filter.source ?? ''}
        onChange={(event) => onFilter({ source: (event.target.value as LogSource) || undefined })}
      />
      <SelectField
        label="Level"
        className="lg:max-w-36"
        options={levels}
        value={filter.level ?? ''}
        onChange={(event) => onFilter({ level: toLevel(event.target.value) })}
      />
      <FilterField
        label="Tenant, slug or id"
        placeholder="Tenant"
        value={filter.tenant}
        onFilter={(tenant) => onFilter({ tenant })}
        className="min-w-28 sm:max-w-32"
      />
      <FilterField
        label="Text, logger, user or request id"
        placeholder="Text, user or request id"
        value={filter.search}
        onFilter={(search) => onFilter({ search })}
        className="min-w-40 sm:max-w-44"
      />
      <TimeField label="From" value={filter.from} onTime={(from) => onFilter({ from })} />
      <TimeField label="To" value={filter.to} onTime={(to) => onFilter({ to })} />
    </search>
  );
}

type TimeFieldProps = {
  label: string;
  value: string | undefined;
  onTime(value: string | undefined): void;
};

function TimeField({ label, value, onTime }: TimeFieldProps) {
  return (
    <label className="flex items-center gap-2 text-sm text-muted">
      {label}
      <input
        type="datetime-local"
        value={toLocal(value)}
        onChange={(event) => onTime(toInstant(event.target.value))}
        className={`${controlLook} h-8 w-auto text-xs text-ink`}
      />
    </label>
  );
}
