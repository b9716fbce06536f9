import { useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SuggestField } from '@/shared/ui/suggest-field';
import { Switch } from '@/shared/ui/switch';
import { useSaveSchedule } from '../api/schedule';
import { keepsSomething, type Schedule, type ScheduleValues, scheduleWords } from '../model';
import { DayChoice } from './day-choice';
import { RetentionFields } from './retention-fields';
import { RetentionPreview } from './retention-preview';

const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value }));

type ScheduleDialogProps = { tenant: string; schedule: Schedule; isOpen: boolean; onClose(): void };

/** Time, days and retention, with what the change would remove, before it is saved. */
export function ScheduleDialog({ isOpen, onClose, ...form }: ScheduleDialogProps) {
  return (
    <Dialog
      title="Backup schedule"
      isOpen={isOpen}
      onClose={onClose}
      className="w-[min(40rem,calc(100vw-2rem))]"
    >
      <ScheduleForm {...form} onClose={onClose} />
    </Dialog>
  );
}

function ScheduleForm({ tenant, schedule, onClose }: Omit<ScheduleDialogProps, 'isOpen'>) {
  const { enabled, at, days, zone, retention } = schedule;
  const [values, setValues] = useState<ScheduleValues>({ enabled, at, days, zone, retention });
  const save = useSaveSchedule(tenant);
  const problems = save.error ? toProblem(save.error).fieldErrors : [];
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const change = (some: Partial<ScheduleValues>) => setValues({ ...values, ...some });
  const isComplete = keepsSomething(values.retention) && values.days?.length !== 0 && values.at !== '';

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) save.run(values, { onSuccess: onClose });
      }}
    >
      {save.error && problems.length === 0 && <ProblemNotice error={save.error} />}
      <Switch
        label="Make backups by schedule"
        hint="Backups before breaking migrations, deletions and restores are made in any case."
        isOn={values.enabled}
        onSwitch={(isOn) => change({ enabled: isOn })}
      />
      {values.enabled && (
        <>
          <div className="grid gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <TextField
              label="Time"
              type="time"
              value={values.at}
              onChange={(event) => change({ at: event.target.value })}
              error={wrong('at')}
            />
            <SuggestField
              label="Time zone"
              choices={zones}
              value={values.zone}
              onChange={(event) => change({ zone: event.target.value })}
              error={wrong('zone')}
            />
          </div>
          <DayChoice days={values.days} onChoose={(chosen) => change({ days: chosen })} />
          <p role="status" className="text-sm text-muted">
            {scheduleWords(values)}
          </p>
        </>
      )}
      <RetentionFields
        retention={values.retention}
        wrong={wrong}
        onChange={(kept) => change({ retention: kept })}
      />
      {isComplete && <RetentionPreview tenant={tenant} values={values} />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={!isComplete} isPending={save.isPending}>
          Save
        </Button>
      </DialogActions>
    </form>
  );
}
