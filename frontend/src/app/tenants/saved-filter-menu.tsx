import { Bookmark, BookmarkPlus, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useSession } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu, MenuAction, MenuLine } from '@/shared/ui/menu';
import { readFilters, removeFilter, type SavedFilter, saveFilter } from './saved-filters';

type SavedFilterMenuProps = {
  /** The filters in effect; empty if there are none. */
  current: SavedFilter['search'];
  onApply(search: SavedFilter['search']): void;
};

/** The filters that this user saved on this device. */
export function SavedFilterMenu({ current, onApply }: SavedFilterMenuProps) {
  const user = useSession().user?.id ?? '';
  // Read again for another user: until the session is known there is none.
  const [saved, setSaved] = useState<{ of: string; filters: SavedFilter[] }>({ of: '', filters: [] });
  if (saved.of !== user) setSaved({ of: user, filters: readFilters(user) });
  const [dialog, setDialog] = useState<'save' | 'remove'>();
  const close = () => setDialog(undefined);
  const set = (filters: SavedFilter[]) => setSaved({ of: user, filters });
  const canSave = Object.keys(current).length > 0;

  function onSave(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (name === '') return;
    set(saveFilter(user, { name, search: current }));
    close();
  }

  return (
    <>
      <Menu trigger={<IconButton label="Saved filters" icon={<Bookmark aria-hidden />} />}>
        {saved.filters.map(({ name, search }) => (
          <MenuAction key={name} Icon={Bookmark} label={name} onChoose={() => onApply(search)} />
        ))}
        {saved.filters.length > 0 && <MenuLine />}
        <MenuAction
          Icon={BookmarkPlus}
          label="Save these filters"
          isDisabled={!canSave}
          onChoose={() => setDialog('save')}
        />
        {saved.filters.length > 0 && (
          <MenuAction Icon={Trash2} label="Remove a saved filter" onChoose={() => setDialog('remove')} />
        )}
      </Menu>
      <Dialog title="Save these filters" isOpen={dialog === 'save'} onClose={close}>
        <form className="grid gap-4" onSubmit={onSave}>
          <TextField
            label="Name"
            name="name"
            required
            maxLength={40}
            hint={Object.entries(current)
              .map(([key, value]) => `${key}: ${value}`)
              .join(', ')}
            autoComplete="off"
            data-autofocus
          />
          <DialogActions>
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" variant="primary">
              Save
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      <Dialog title="Saved filters" isOpen={dialog === 'remove'} onClose={close}>
        <ul className="divide-y divide-line rounded-md border border-line">
          {saved.filters.map(({ name }) => (
            <li key={name} className="flex items-center justify-between gap-2 px-3 py-1">
              <span className="truncate">{name}</span>
              <IconButton
                label={`Remove ${name}`}
                icon={<Trash2 aria-hidden />}
                onClick={() => {
                  const left = removeFilter(user, name);
                  set(left);
                  if (left.length === 0) close();
                }}
              />
            </li>
          ))}
        </ul>
        <DialogActions>
          <Button onClick={close}>Close</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
