import { deploymentIdOf } from '@/shared/api/accepted';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';

export type Deletion = { removeFiles: boolean; removeDatabase: boolean; skipBackup: boolean };

/** @returns the deployment that deletes it */
function deleteTenant(id: string, { removeFiles, removeDatabase, skipBackup }: Deletion, key: string) {
  const query = {
    removeFiles: String(removeFiles),
    removeDatabase: String(removeDatabase),
    skipBackup: String(skipBackup),
  };
  return deploymentIdOf(
    unwrap(
      api.DELETE('/api/tenants/{id}', {
        params: { path: { id }, query, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
}

export function useDeleteTenant(id: string) {
  return useAction({
    act: (deletion: Deletion, key) => deleteTenant(id, deletion, key),
    stale: [[keys.tenants], [keys.deployments]],
  });
}
