import { Menu, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { BrandMark } from '@/shared/ui/brand';
import { IconButton } from '@/shared/ui/button';
import { ConnectionPill } from './connection-pill';
import { Rail } from './rail';

/** The frame of every page: skip link, rail or drawer, header, content. */
export function Shell({ children }: { children: ReactNode }) {
  const drawer = useRef<HTMLDialogElement>(null);
  const close = () => drawer.current?.close();
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
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
          <IconButton
            label="Close the menu"
            icon={<X aria-hidden />}
            onClick={close}
            className="absolute top-3 right-3 text-rail-muted hover:bg-rail-raised hover:text-rail-ink focus-visible:outline-rail-mark"
          />
        </div>
      </dialog>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 flex h-13 items-center gap-2 border-b border-line bg-paper/92 px-4 backdrop-blur-sm lg:h-12 lg:px-8">
          <span className="flex items-center gap-1 lg:hidden">
            <IconButton
              label="Open the menu"
              icon={<Menu aria-hidden />}
              onClick={() => drawer.current?.showModal()}
              className="-ml-2 size-10 text-ink hover:bg-sunken"
            />
            <BrandMark className="size-5 text-accent" />
            <span className="font-semibold">Tenant Manager</span>
          </span>
          <span className="ml-auto">
            <ConnectionPill />
          </span>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[84rem] flex-1 px-4 py-6 outline-none lg:px-8 lg:py-8"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
