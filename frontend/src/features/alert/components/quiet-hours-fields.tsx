import { Checkbox } from '@/shared/ui/checkbox';
import { TextField } from '@/shared/ui/field';
import type { AlertRule } from '../api/set-up';

type QuietHoursFieldsProps = {
  hours: NonNullable<AlertRule['quietHours']> | undefined;
  error(field: string): string | undefined;
  holdCritical: boolean;
  onHoldCritical(hold: boolean): void;
};

/** Beginning, end and zone. The zone of the browser is proposed. */
export function QuietHoursFields({ hours, error, holdCritical, onHoldCritical }: QuietHoursFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <TextField
        label="From"
        name="from"
        type="time"
        required
        defaultValue={hours?.from ?? '22:00'}
        error={error('quietHours.from')}
      />
      <TextField
        label="To"
        name="to"
        type="time"
        required
        defaultValue={hours?.to ?? '07:00'}
        error={error('quietHours.to')}
      />
      <TextField
        label="Time zone"
        name="zone"
        required
        defaultValue={hours?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
        error={error('quietHours.zone')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className="sm:col-span-3">
        <Checkbox label="Critical alerts wait too" isChecked={holdCritical} onCheck={onHoldCritical} />
      </div>
    </div>
  );
}
