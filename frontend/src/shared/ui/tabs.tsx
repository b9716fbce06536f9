import { type LinkProps, Link as RouterLink } from '@tanstack/react-router';

export type Tab = {
  label: string;
  link: LinkProps;
  /** Whether pages below its address belong to it. */
  hasPages?: boolean;
};

/** Tabs that are pages: each has an address, so they are links and the current one is marked as such. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="-mx-1 min-w-0 overflow-x-auto">
      <ul className="flex">
        {tabs.map((tab) => (
          <li key={tab.label}>
            <RouterLink
              {...tab.link}
              activeOptions={{ exact: !tab.hasPages, includeSearch: false }}
              className="inline-flex h-9 items-center border-b-2 border-transparent px-2 whitespace-nowrap text-muted -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink forced-colors:aria-[current]:border-[Highlight]"
            >
              {tab.label}
            </RouterLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
