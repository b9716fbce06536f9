import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import type { Signer } from '../model';

export function keysOptions() {
  return queryOptions({
    queryKey: [keys.backups, 'keys'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/backups/keys', { signal })),
  });
}

/** The recovery key itself, which the manager has until an admin confirms that it is stored. */
export function useRecoveryKey() {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(api.POST('/api/backups/keys/recovery', { params: { header: { 'Idempotency-Key': key } } })),
  });
}

/** Tells that somebody has stored the recovery key. */
export function useAcknowledgeKey() {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(
        api.POST('/api/backups/keys/recovery/acknowledge', {
          params: { header: { 'Idempotency-Key': key } },
        }),
      ),
    stale: [[keys.backups, 'keys']],
  });
}

/** Managers whose bundles may be imported. */
export function signersOptions() {
  return queryOptions({
    queryKey: [keys.backups, 'signers'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/backup-signers', { signal })),
  });
}

export function useTrustSigner() {
  return useAction({
    act: (body: Pick<Signer, 'name' | 'publicKey'>, key) =>
      unwrap(api.POST('/api/backup-signers', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale: [[keys.backups, 'signers']],
    isToldInPlace: true,
  });
}

export function useForgetSigner() {
  return useAction({
    act: (id: string, key) =>
      unwrap(
        api.DELETE('/api/backup-signers/{id}', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale: [[keys.backups, 'signers']],
  });
}
