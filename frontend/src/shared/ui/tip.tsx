import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { useLayer } from './layer';

/** A hint for pointer and keyboard. It repeats or explains: nothing is told by a hint alone, because touch has none. */
export function Tip({ text, children }: { text: string; children: ReactElement }) {
  const layer = useLayer();
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} delay={400} />
      <Tooltip.Portal container={layer}>
        <Tooltip.Positioner sideOffset={6} className="z-60">
          <Tooltip.Popup className="max-w-72 rounded-md bg-rail px-2 py-1 text-xs font-medium text-rail-ink shadow-floating forced-colors:border">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
