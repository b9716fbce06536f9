import { Play, Rocket, RotateCw, Square, X } from 'lucide-react';
import { Button } from '@/shared/ui/button';
import type { BulkVerb } from './bulk';

type BulkBarProps = {
  selected: number;
  /** All that match the filters, shown or not. */
  total: number;
  isLoadingAll: boolean;
  onSelectAll(): void;
  onAct(verb: BulkVerb): void;
  onClear(): void;
};

const acts = [
  { verb: 'deploy', label: 'Deploy', Icon: Rocket },
  { verb: 'start', label: 'Start', Icon: Play },
  { verb: 'restart', label: 'Restart', Icon: RotateCw },
  { verb: 'stop', label: 'Stop', Icon: Square },
] as const;

/** What can be done with the selected tenants. It lies over the end of the list, so that no row moves. */
export function BulkBar({ selected, total, isLoadingAll, onSelectAll, onAct, onClear }: BulkBarProps) {
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-4 z-20 mx-auto mt-4 flex max-w-[calc(100%-2rem)] flex-wrap items-center gap-2 rounded-lg border border-line bg-surface p-2 shadow-floating sm:pl-4"
    >
      <span role="status" className="mr-2 font-medium tabular-nums max-sm:pl-2">
        {selected.toLocaleString('en')} selected
      </span>
      {selected < total && (
        <Button size="sm" variant="quiet" isPending={isLoadingAll} onClick={onSelectAll}>
          Select all {total.toLocaleString('en')}
        </Button>
      )}
      {acts.map(({ verb, label, Icon }) => (
        <Button key={verb} size="sm" onClick={() => onAct(verb)}>
          <Icon aria-hidden />
          {label}
        </Button>
      ))}
      <Button size="sm" variant="quiet" onClick={onClear}>
        <X aria-hidden />
        Clear
      </Button>
    </section>
  );
}
