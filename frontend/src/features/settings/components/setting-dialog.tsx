import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Versioned } from '@/shared/api/client';
import { Loaded } from '@/shared/feedback/loaded';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { Switch } from '@/shared/ui/switch';
import { type Setting, type SettingChange, settingOptions, useSaveSetting } from '../api/settings';
import { SettingTest } from './setting-test';

/** One setting, changed over the version that is shown. */
export function SettingDialog({ name, onClose }: { name: string | undefined; onClose(): void }) {
  return (
    <Dialog title={name ?? 'Setting'} isOpen={name !== undefined} onClose={onClose}>
      {name !== undefined && <SettingLoader name={name} onClose={onClose} />}
    </Dialog>
  );
}

function SettingLoader({ name, onClose }: { name: string; onClose(): void }) {
  const setting = useQuery({ ...settingOptions(name), staleTime: 0 });
  return (
    <Loaded query={setting} rows={2}>
      {(stored) => <SettingForm key={stored.etag} stored={stored} onClose={onClose} />}
    </Loaded>
  );
}

const inputs: Partial<
  Record<Setting['type'], { type?: string; inputMode?: 'numeric' | 'url' | 'email'; hint?: string }>
> = {
  int: { inputMode: 'numeric' },
  duration: { hint: 'Such as 30s, 5m, 12h or PT30S.' },
  url: { inputMode: 'url', hint: 'An address with https:// or http://.' },
  cron: { hint: 'Minute, hour, day, month, weekday.' },
  email: { inputMode: 'email' },
};

function SettingForm({ stored, onClose }: { stored: Versioned<Setting>; onClose(): void }) {
  const { value: setting, etag } = stored;
  const [value, setValue] = useState(setting.value ?? '');
  const save = useSaveSetting(setting.key);
  const input = inputs[setting.type];

  function send(change: SettingChange) {
    save.run({ change, etag }, { onSuccess: onClose });
  }

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send({ value });
      }}
    >
      <p className="text-muted">{setting.description}</p>
      {save.error && <ProblemNotice error={save.error} />}
      {setting.type === 'bool' ? (
        <Switch
          label="On"
          isOn={value === 'true'}
          onSwitch={(isOn) => setValue(String(isOn))}
          hint={`Default: ${setting.default === 'true' ? 'on' : 'off'}.`}
        />
      ) : (
        <TextField
          label={setting.secret ? 'New value' : 'Value'}
          type={setting.secret ? 'password' : 'text'}
          inputMode={input?.inputMode}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
          placeholder={setting.secret && setting.isSet ? 'Set, never shown' : undefined}
          hint={[
            input?.hint,
            setting.bounds && `From ${setting.bounds.min} to ${setting.bounds.max}.`,
            setting.default !== null && `Default: ${setting.default === '' ? 'empty' : setting.default}.`,
          ]
            .filter(Boolean)
            .join(' ')}
          data-autofocus
        />
      )}
      {setting.testable && <SettingTest setting={setting} isChanged={value !== (setting.value ?? '')} />}
      <DialogActions>
        {setting.isSet && (
          <Button variant="quiet" className="mr-auto" onClick={() => send({ value: null, isSet: false })}>
            {setting.secret ? 'Remove' : 'Reset to default'}
          </Button>
        )}
        <Button onClick={onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          isPending={save.isPending}
          disabled={setting.secret && value === ''}
        >
          Save
        </Button>
      </DialogActions>
    </form>
  );
}
