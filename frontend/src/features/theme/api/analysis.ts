import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useAction } from '@/shared/api/use-action';
import { staleThemes } from './theme-versions';

/** Kept current by the stream of its run while it is shown, and by the topic `runs`. */
export function analysisOptions(id: string) {
  return queryOptions({
    queryKey: [keys.analyses, 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/analyses/{id}', { params: { path: { id } }, signal })),
  });
}

export function suggestionsOptions(tenant: string, analysisId: string) {
  return queryOptions({
    queryKey: [keys.analyses, 'suggestions', analysisId, tenant],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/tenants/{id}/theme/suggestions', {
          params: { path: { id: tenant }, query: { analysisId } },
          signal,
        }),
      ),
  });
}

/** The newest analyses of a tenant. Kept current by the topic `runs`. */
export function analysesOptions(tenant: string) {
  return queryOptions({
    queryKey: [keys.analyses, 'list', tenant],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/runs', { params: { query: { tenant, kind: 'analysis', size: 3 } }, signal })),
  });
}

/** @returns the id of the analysis */
export async function analyse(tenant: string, url: string, key: string): Promise<string> {
  const { analysisId } = await unwrap(
    api.POST('/api/tenants/{id}/theme/analyze', {
      params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
      body: { url },
    }),
  );
  return analysisId;
}

/** @returns the id of the analysis */
export function useAnalyse(tenant: string) {
  return useAction({
    act: (url: string, key) => analyse(tenant, url, key),
    stale: [[keys.analyses, 'list']],
    isToldInPlace: true,
  });
}

/** An analysis is cancelled as any run. */
export function useCancelAnalysis(id: string) {
  return useAction({
    act: (_: undefined, key) =>
      unwrap(
        api.POST('/api/runs/{id}/cancel', { params: { path: { id }, header: { 'Idempotency-Key': key } } }),
      ),
    stale: [analysisOptions(id).queryKey],
  });
}

/** Makes a suggestion the tenant's theme. */
export function useApplySuggestion(tenant: string) {
  return useAction({
    act: (suggestionId: string, key) =>
      unwrap(
        api.POST('/api/tenants/{id}/theme/apply-suggestion', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
          body: { suggestionId },
        }),
      ),
    stale: [...staleThemes, [keys.analyses, 'suggestions']],
    isToldInPlace: true,
  });
}

/** Makes a picture of the analysed page the tenant's logo. */
export function useApplyLogo(tenant: string) {
  return useAction({
    act: (body: { analysisId: string; logoId: string }, key) =>
      unwrap(
        api.POST('/api/tenants/{id}/theme/apply-logo', {
          params: { path: { id: tenant }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    stale: staleThemes,
    isToldInPlace: true,
  });
}

/** The events of an analysis. Sends the session's cookie; the browser resumes the stream by itself. */
export function openAnalysisEvents(id: string): EventSource {
  return new EventSource(`/api/analyses/${encodeURIComponent(id)}/events`);
}
