import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import type { Backup } from '../model';

export type BackupQuery = {
  search?: string;
  tenant?: string;
  state?: Backup['state'];
  proof?: 'proven' | 'failed' | 'untried' | 'none';
  sort?: string;
  page?: number;
  size?: number;
};

/** Kept current by the topics `backups` and `runs`, as all below. */
export function tenantBackupsOptions(tenant: string, page: number) {
  return queryOptions({
    queryKey: [keys.backups, 'of', tenant, page],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/tenants/{id}/backups', {
          params: { path: { id: tenant }, query: { page, size: 50 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function backupsOptions(query: BackupQuery) {
  return queryOptions({
    queryKey: [keys.backups, 'list', query],
    queryFn: ({ signal }) => unwrap(api.GET('/api/backups', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function backupOptions(id: string) {
  return queryOptions({
    queryKey: [keys.backups, 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/backups/{id}', { params: { path: { id } }, signal })),
  });
}

export type ProtectionQuery = {
  search?: string;
  deleted?: 'true' | 'only';
  sort?: 'unproven' | 'slug';
  page?: number;
  size?: number;
};

/** One row for each tenant, those without a proven backup first. */
export function protectionOptions(query: ProtectionQuery) {
  return queryOptions({
    queryKey: [keys.backups, 'tenants', query],
    queryFn: ({ signal }) => unwrap(api.GET('/api/backups/tenants', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function summaryOptions() {
  return queryOptions({
    queryKey: [keys.backups, 'summary'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/backups/summary', { signal })),
  });
}

const stale = [[keys.backups]];

const request = (id: string, key: string) => ({
  params: { path: { id }, header: { 'Idempotency-Key': key } },
});

/** @returns the run that makes the backup */
export function backUp(tenant: string, key: string) {
  return unwrap(api.POST('/api/tenants/{id}/backups', request(tenant, key)));
}

export function useBackUp(tenant: string) {
  return useAction({ act: (_: undefined, key) => backUp(tenant, key), stale });
}

/** Restores a backup for a trial and compares. @returns the run */
export function useVerify() {
  return useAction({
    act: (id: string, key) => unwrap(api.POST('/api/backups/{id}/verify', request(id, key))),
    stale,
  });
}

/** Holds a backup, which retention and deletion then leave, or releases it. */
export function useHold() {
  return useAction({
    act: ({ id, held }: Pick<Backup, 'id' | 'held'>, key) =>
      unwrap(
        held
          ? api.POST('/api/backups/{id}/release', request(id, key))
          : api.POST('/api/backups/{id}/hold', request(id, key)),
      ),
    stale,
  });
}

/** Marks a backup for deletion; it is purged after 72 hours. */
export function useDeleteBackup() {
  return useAction({
    act: (id: string, key) => unwrap(api.DELETE('/api/backups/{id}', request(id, key))),
    stale,
  });
}

/** Takes the mark of a deletion back. */
export function useKeepBackup() {
  return useAction({
    act: (id: string, key) => unwrap(api.POST('/api/backups/{id}/keep', request(id, key))),
    stale,
  });
}

/** The address of the encrypted bundle; the browser saves it with the session's cookie. */
export function downloadAddress(id: string): string {
  return `/api/backups/${id}/download`;
}
