import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';

export type SystemPath = components['schemas']['SystemPath'];

/** The manager's directories, for admins. */
export function systemPathsOptions() {
  return queryOptions({
    queryKey: [keys.settings, 'paths'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/maintenance/paths', { signal })),
  });
}
