import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { SettingsTabs } from '@/app/shell/page-tabs';
import { settingsOptions } from '@/features/settings/api/settings';
import { SettingDialog } from '@/features/settings/components/setting-dialog';
import { SettingGroups } from '@/features/settings/components/setting-groups';
import { SystemPaths } from '@/features/settings/components/system-paths';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { NothingMatches } from '@/shared/feedback/nothing-matches';
import { useIsAllowed } from '@/shared/session/use-session';
import { FilterField } from '@/shared/ui/filter-field';
import { Page } from '@/shared/ui/page';

type Search = { search?: string };

export const Route = createFileRoute('/_app/settings')({
  validateSearch: ({ search }: Record<string, unknown>): Search => ({
    search: search === undefined || search === '' ? undefined : String(search),
  }),
  loader: ({ context: { queryClient }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(settingsOptions())]),
  component: SettingsPage,
});

const route = getRouteApi('/_app/settings');

function SettingsPage() {
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const settings = useQuery(settingsOptions());
  const mayChange = useIsAllowed('admin');
  const [open, setOpen] = useState<string>();
  const wanted = (search ?? '').toLowerCase();

  return (
    <Page
      title="Settings"
      width="text"
      below={<SettingsTabs />}
      filters={
        <search>
          <FilterField
            label="Search settings"
            placeholder="Name or description"
            value={search}
            onFilter={(text) => void navigate({ search: { search: text }, replace: true })}
            className="lg:w-60"
          />
        </search>
      }
    >
      <Loaded query={settings}>
        {({ items }) => {
          const found = items.filter(({ key, description, group }) =>
            `${key} ${description} ${group}`.toLowerCase().includes(wanted),
          );
          return found.length === 0 ? (
            <NothingMatches title="No setting matches" onClear={() => void navigate({ search: {} })} />
          ) : (
            <>
              <SettingGroups settings={found} onEdit={mayChange ? ({ key }) => setOpen(key) : undefined} />
              {mayChange && wanted === '' && <SystemPaths />}
            </>
          );
        }}
      </Loaded>
      <SettingDialog name={open} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
