import { useQuery } from '@tanstack/react-query';
import { useDebounced } from '@/shared/use-debounced';
import { previewOptions } from './api/theme';
import { changeOf, type Draft, type TenantTheme, type ThemePreview } from './model';

/** A picker that is dragged asks once it rests. Milliseconds. */
const debounceMs = 200;

/**
 * What a draft makes, as the manager derives it. Until that is known, what was shown before stays.
 *
 * @param draft undefined while nothing differs from what is stored
 */
export function useThemePreview(tenant: string, draft: Draft | undefined, stored: TenantTheme) {
  const settled = useDebounced(draft && changeOf(draft), debounceMs);
  const query = useQuery({ ...previewOptions(tenant, draft && settled), throwOnError: false });
  const known: ThemePreview | undefined = stored.theme
    ? { theme: stored.theme, contrast: stored.contrast }
    : undefined;
  const shown = draft ? (query.data ?? known) : known;
  const isStale =
    draft !== undefined &&
    (query.isPlaceholderData || JSON.stringify(settled) !== JSON.stringify(changeOf(draft)));
  return { shown, isStale, error: draft ? query.error : null };
}
