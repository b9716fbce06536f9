import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

/** All trials of a backup, newest first. */
export function proofsOptions(backup: string) {
  return queryOptions({
    queryKey: [keys.backups, 'proofs', backup],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/backups/{id}/proofs', { params: { path: { id: backup } }, signal })),
  });
}
