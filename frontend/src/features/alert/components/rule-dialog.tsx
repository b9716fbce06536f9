import { type FormEvent, useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { Checkbox } from '@/shared/ui/checkbox';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { Switch } from '@/shared/ui/switch';
import { type AlertChannel, type AlertKind, type AlertRule, useSaveRule } from '../api/set-up';
import { wordsOf } from '../model';
import { QuietHoursFields } from './quiet-hours-fields';

type RuleDialogProps = {
  isOpen: boolean;
  /** Undefined for a new one. */
  rule: AlertRule | undefined;
  kinds: readonly AlertKind[];
  channels: readonly AlertChannel[];
  onClose(): void;
};

/** Makes a rule or changes it: what it is about, whom it tells, and when not. */
export function RuleDialog({ isOpen, rule, onClose, ...choices }: RuleDialogProps) {
  return (
    <Dialog
      title={rule ? `Edit ${rule.name}` : 'New rule'}
      isOpen={isOpen}
      onClose={onClose}
      className="w-[min(42rem,calc(100vw-2rem))]"
    >
      <RuleForm rule={rule} onClose={onClose} {...choices} />
    </Dialog>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

function RuleForm({ rule, kinds, channels, onClose }: Omit<RuleDialogProps, 'isOpen'>) {
  const [chosenKinds, setKinds] = useState<ReadonlySet<string>>(new Set(rule?.kinds));
  const [chosenChannels, setChannels] = useState<ReadonlySet<string>>(new Set(rule?.channels));
  const [isCritical, setIsCritical] = useState(rule?.severity === 'critical');
  const [isQuiet, setIsQuiet] = useState(Boolean(rule?.quietHours));
  const [holdCritical, setHoldCritical] = useState(rule?.quietHours?.holdCritical ?? false);
  const [isOn, setIsOn] = useState(rule?.enabled ?? true);
  const save = useSaveRule(rule?.id);
  const wrong = save.error ? toProblem(save.error).fieldErrors : [];
  const error = (field: string) => wrong.find((one) => one.field === field)?.message;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: string) => String(data.get(field) ?? '').trim();
    save.run(
      {
        name: text('name'),
        enabled: isOn,
        kinds: [...chosenKinds],
        severity: isCritical ? 'critical' : 'warning',
        labels: wordsOf(text('labels')),
        tenant: text('tenant') || undefined,
        channels: [...chosenChannels],
        delaySeconds: Number(text('delaySeconds')) || 0,
        quietHours: isQuiet
          ? { from: text('from'), to: text('to'), zone: text('zone'), holdCritical }
          : undefined,
      },
      { onSuccess: onClose },
    );
  }

  return (
    <form className="grid gap-4" onSubmit={onSubmit}>
      {save.error && wrong.length === 0 && <ProblemNotice error={save.error} />}
      <TextField
        label="Name"
        name="name"
        required
        defaultValue={rule?.name}
        error={error('name')}
        placeholder="Everything critical"
        autoComplete="off"
        data-autofocus
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium">
          Kinds <span className="font-normal text-muted">(none chosen: all)</span>
        </legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {kinds.map(({ id, title }) => (
            <Checkbox
              key={id}
              label={title}
              isChecked={chosenKinds.has(id)}
              onCheck={() => setKinds(toggled(chosenKinds, id))}
            />
          ))}
        </div>
        <Checkbox
          label="Critical alerts only"
          hint="Visitors are not served, or soon will not be."
          isChecked={isCritical}
          onCheck={setIsCritical}
        />
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Labels"
          name="labels"
          isOptional
          defaultValue={rule?.labels.join(', ')}
          error={error('labels')}
          hint="Tenants with one of them. Default: all."
          autoComplete="off"
        />
        <TextField
          label="Tenant"
          name="tenant"
          isOptional
          defaultValue={rule?.tenantSlug ?? undefined}
          error={error('tenant')}
          hint="Its slug. Default: all."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono"
        />
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium">Channels</legend>
        {channels.length === 0 && <p className="text-sm text-muted">Make a channel first.</p>}
        <div className="grid gap-2 sm:grid-cols-2">
          {channels.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              isChecked={chosenChannels.has(id)}
              onCheck={() => setChannels(toggled(chosenChannels, id))}
            />
          ))}
        </div>
        {error('channels') && <p className="text-sm text-bad">{error('channels')}</p>}
      </fieldset>
      <TextField
        label="Wait, in seconds"
        name="delaySeconds"
        type="number"
        min={0}
        max={3600}
        required
        defaultValue={rule?.delaySeconds ?? 60}
        error={error('delaySeconds')}
        hint="What is over by then is not told."
      />
      <Switch label="Quiet hours" hint="Messages wait for their end." isOn={isQuiet} onSwitch={setIsQuiet} />
      {isQuiet && (
        <QuietHoursFields
          hours={rule?.quietHours ?? undefined}
          error={error}
          holdCritical={holdCritical}
          onHoldCritical={setHoldCritical}
        />
      )}
      <Switch label="The rule is on" isOn={isOn} onSwitch={setIsOn} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {rule ? 'Save' : 'Make rule'}
        </Button>
      </DialogActions>
    </form>
  );
}
