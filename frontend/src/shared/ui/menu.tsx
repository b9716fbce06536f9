import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { cn } from '../cn';
import { useLayer } from './layer';

/** A menu below its trigger, which must be a button with an accessible name. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  const layer = useLayer();
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={layer}>
        <Base.Positioner align="end" sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="min-w-44 rounded-lg border border-line bg-surface p-1 shadow-floating outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuBelowProps = {
  /** The button that opened the menu; undefined while it is closed. Gets the focus back. */
  button: HTMLElement | undefined;
  onClose(): void;
  children: ReactNode;
};

/** One menu for many buttons, such as those of a table's rows: a menu in each row would slow the table down. */
export function MenuBelow({ button, onClose, children }: MenuBelowProps) {
  useEffect(() => {
    button?.setAttribute('aria-expanded', 'true');
    return () => button?.setAttribute('aria-expanded', 'false');
  }, [button]);
  return (
    <Base.Root
      modal={false}
      open={button !== undefined}
      onOpenChange={(isOpen, { event, reason, cancel }) => {
        if (isOpen) return;
        if (reason === 'outside-press' && button?.contains(event.target as Node))
          cancel(); // its click closes
        else onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={button} align="end" sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            finalFocus={() => button ?? true}
            className="min-w-44 rounded-lg border border-line bg-surface p-1 shadow-floating outline-none"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const look = cn(
  'flex h-8 w-full items-center gap-2.5 rounded-md px-2.5 text-left outline-none select-none',
  'data-highlighted:bg-sunken data-disabled:opacity-50 forced-colors:data-highlighted:bg-[Highlight]',
);

type ItemProps = { Icon: LucideIcon; label: string };

export function MenuAction({
  Icon,
  label,
  isDangerous,
  isDisabled,
  onChoose,
}: ItemProps & { isDangerous?: boolean; isDisabled?: boolean; onChoose(): void }) {
  return (
    <Base.Item className={cn(look, isDangerous && 'text-bad')} disabled={isDisabled} onClick={onChoose}>
      <Icon aria-hidden className={cn('size-4', !isDangerous && 'text-muted')} />
      {label}
    </Base.Item>
  );
}

/** @param link a router link or an anchor, without content */
export function MenuLink({ Icon, label, link }: ItemProps & { link: ReactElement }) {
  return (
    <Base.LinkItem className={look} closeOnClick render={link}>
      <Icon aria-hidden className="size-4 text-muted" />
      {label}
    </Base.LinkItem>
  );
}

export function MenuLine() {
  return <Base.Separator className="mx-1 my-1 h-px bg-line" />;
}
