import { api, unwrap } from '@/shared/api/client';
import { useAction } from '@/shared/api/use-action';
import { staleThemes } from './theme-versions';

/** The file is the body: its type is that of the request. What tells it from another file is part of the intent. */
export function useUploadLogo(tenant: string) {
  return useAction({
    act: ({ file }: { file: File; name: string; size: number }, key) =>
      unwrap(
        api.POST('/api/tenants/{id}/theme/logo', {
          params: {
            path: { id: tenant },
            header: { 'Idempotency-Key': key, 'Content-Type': file.type } as never,
          },
          body: file as unknown as string,
          bodySerializer: (body: unknown) => body as Blob,
        }),
      ),
    stale: staleThemes,
    isToldInPlace: true,
  });
}

export function useRemoveLogo(tenant: string) {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(
        api.DELETE('/api/tenants/{id}/theme/logo', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
        }),
      ),
    stale: staleThemes,
    isToldInPlace: true,
  });
}
