import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type SilenceProps = { Icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode };

/** Common layout of empty and error states: the reason and an action. */
export function Silence({ Icon, title, children, action }: SilenceProps) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-12 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-sunken text-muted">
        <Icon aria-hidden className="size-5" />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="text-muted text-pretty">{children}</div>}
      {action && <div className="pt-2">{action}</div>}
    </div>
  );
}
