import { Menu, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useRef } from 'react';
import { AlertBell } from '@/features/alert/components/alert-bell';
import { IconButton } from '@/shared/ui/icon-button';
import { BarEndsContext } from '@/shared/ui/page';
import { AwayBanner } from './away-banner';
import { ConnectionPill } from './connection-pill';
import { palette } from './palette-store';
import { Rail } from './rail';
import { useIsOpen } from './use-is-open';
import { useKeys } from './use-keys';

const Palette = lazy(() => import('./palette'));

/** The frame of every page: skip link, rail or drawer, banner, content. Drawn before any data. */
export function Shell({ children }: { children: ReactNode }) {
  const drawer = useRef<HTMLDialogElement>(null);
  const close = () => drawer.current?.close();
  const isPaletteOpen = useIsOpen(palette);
  useKeys();

  const ends = useMemo(
    () => ({
      above: <AwayBanner />,
      start: (
        <IconButton
          label="Open the menu"
          icon={<Menu aria-hidden />}
          onClick={() => drawer.current?.showModal()}
          className="-ml-2 size-9 text-ink hover:bg-sunken lg:hidden"
        />
      ),
      end: (
        <div className="flex items-center gap-1">
          <AlertBell />
          <ConnectionPill />
        </div>
      ),
    }),
    [],
  );

  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <aside aria-label="Sidebar" className="bg-rail max-lg:hidden">
        <div className="sticky top-0 h-dvh">
          <Rail />
        </div>
      </aside>
      <dialog
        ref={drawer}
        aria-label="Menu"
        className="m-0 h-dvh max-h-none w-64 max-w-[85vw] bg-rail p-0 open:animate-arrive backdrop:bg-rail/60 lg:hidden"
        onClick={(event) => event.target === drawer.current && close()}
        onKeyDown={() => undefined}
      >
        <div className="relative h-full">
          <Rail onGo={close} />
          <button
            type="button"
            aria-label="Close the menu"
            onClick={close}
            className="absolute top-3 right-3 inline-flex size-8 items-center justify-center rounded-md text-rail-muted hover:bg-rail-raised hover:text-rail-ink focus-visible:outline-rail-mark"
          >
            <X aria-hidden className="size-4" />
          </button>
        </div>
      </dialog>
      <main id="content" tabIndex={-1} className="flex min-h-dvh min-w-0 flex-col outline-none">
        <BarEndsContext value={ends}>{children}</BarEndsContext>
      </main>
      {isPaletteOpen && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
    </div>
  );
}
