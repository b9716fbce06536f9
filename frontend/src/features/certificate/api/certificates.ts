import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type CertificateItem = components['schemas']['CertificateItem'];
export type TenantCertificate = components['schemas']['TenantCertificate'];
export type OwnCertificate = components['schemas']['OwnCertificate'];

/** Kept current by the topic `runs`. */
export function certificatesOptions({ page, sort }: { page: number; sort: string }) {
  return queryOptions({
    queryKey: [keys.certificates, 'list', page, sort],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/certificates', { params: { query: { page, size: 50, sort } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function tenantCertificateOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.certificates, 'one', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/tenants/{id}/certificate', { params: { path: { id: tenant } }, signal })),
  });
}

const stale = [[keys.certificates], [keys.audit]];

export function useRenewCertificate(tenant: string) {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(
        api.POST('/api/tenants/{id}/certificate/renew', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale,
  });
}

export function useUploadCertificate(tenant: string) {
  return useAction({
    act: (body: OwnCertificate, key) =>
      unwrap(
        api.PUT('/api/tenants/{id}/certificate', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    stale,
    isToldInPlace: true,
  });
}

export function useAutomaticCertificate(tenant: string) {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(
        api.DELETE('/api/tenants/{id}/certificate', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale,
  });
}
