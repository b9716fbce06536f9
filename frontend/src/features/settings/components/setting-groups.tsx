import { Pencil } from 'lucide-react';
import { IconButton } from '@/shared/ui/icon-button';
import { Panel } from '@/shared/ui/panel';
import type { Setting } from '../api/settings';

type SettingGroupsProps = {
  settings: readonly Setting[];
  /** Absent if the user may not change settings. */
  onEdit?(setting: Setting): void;
};

/** All settings by group: the value in effect, and whether it is the default. */
export function SettingGroups({ settings, onEdit }: SettingGroupsProps) {
  const groups = [...new Set(settings.map(({ group }) => group))];
  return (
    <div className="grid gap-4">
      {groups.map((group) => (
        <Panel key={group} title={group} isFlush>
          <ul className="divide-y divide-line">
            {settings
              .filter((setting) => setting.group === group)
              .map((setting) => (
                <SettingRow key={setting.key} setting={setting} onEdit={onEdit} />
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

function SettingRow({ setting, onEdit }: { setting: Setting; onEdit?(setting: Setting): void }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-1.5 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_2rem]">
      <div className="min-w-0">
        <p className="truncate font-mono text-sm font-medium">{setting.key}</p>
        <p className="text-sm text-muted">{setting.description}</p>
      </div>
      <p className="min-w-0 max-md:col-start-1">
        <SettingValue setting={setting} />
      </p>
      {onEdit && (
        <IconButton
          label={`Change ${setting.key}`}
          icon={<Pencil aria-hidden />}
          onClick={() => onEdit(setting)}
          className="text-muted hover:bg-sunken hover:text-ink max-md:col-start-2 max-md:row-start-1"
        />
      )}
    </li>
  );
}

function SettingValue({ setting }: { setting: Setting }) {
  if (setting.secret)
    return <span className="text-muted">{setting.isSet ? 'Set, never shown' : 'Not set'}</span>;
  const value = setting.value ?? '';
  return (
    <>
      <span className="font-mono text-sm break-all">{value === '' ? '–' : value}</span>
      {!setting.isSet && <span className="ml-2 text-xs text-muted">default</span>}
    </>
  );
}
