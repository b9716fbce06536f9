import { TextField } from '@/shared/ui/field';
import { keepsSomething, type Retention } from '../model';

const fields: { name: keyof Retention; label: string; most: number }[] = [
  { name: 'last', label: 'Last', most: 100 },
  { name: 'daily', label: 'Days', most: 366 },
  { name: 'weekly', label: 'Weeks', most: 260 },
  { name: 'monthly', label: 'Months', most: 120 },
  { name: 'yearly', label: 'Years', most: 50 },
  { name: 'withinDays', label: 'All within days', most: 366 },
];

type RetentionFieldsProps = {
  retention: Retention;
  wrong(field: string): string | undefined;
  onChange(retention: Retention): void;
};

/** How many backups are kept of each span. A backup is kept if any of them wants it. */
export function RetentionFields({ retention, wrong, onChange }: RetentionFieldsProps) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium">Keep</legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {fields.map(({ name, label, most }) => (
          <TextField
            key={name}
            label={label}
            type="number"
            min={0}
            max={most}
            value={retention[name]}
            onChange={(event) =>
              onChange({ ...retention, [name]: Math.max(0, event.target.valueAsNumber || 0) })
            }
            error={wrong(`retention.${name}`)}
            className="tabular-nums"
          />
        ))}
      </div>
      <p className={keepsSomething(retention) ? 'text-sm text-muted' : 'text-sm text-bad'}>
        {keepsSomething(retention)
          ? 'The newest of each day, week, month and year. The newest proven backup and held ones always stay.'
          : 'A retention that keeps nothing is refused.'}
      </p>
    </fieldset>
  );
}
