import { useQuery } from '@tanstack/react-query';
import { useIsAllowed } from '@/shared/session/use-session';
import type { Choice } from '@/shared/ui/suggest-field';
import { type Credential, credentialsOptions } from './api/credentials';

/**
 * The stored credentials as choices for a source, those for its host first. Empty for users who may not list them: they enter the
 * name that an admin gave them.
 *
 * @param isWanted whether they are needed now; they are not loaded before
 */
export function useCredentialChoices(location: string, isWanted = true): readonly Choice[] {
  const isAdmin = useIsAllowed('admin');
  const { data } = useQuery({ ...credentialsOptions(), enabled: isAdmin && isWanted, throwOnError: false });
  return toChoices(data?.items ?? [], location);
}

export function toChoices(credentials: readonly Credential[], location: string): Choice[] {
  const host = hostOf(location);
  return credentials
    .map(({ name, host: of, pathPrefix }) => ({
      value: name,
      label: `${of}${pathPrefix ?? ''}`,
      isFor: host !== undefined && of.toLowerCase() === host,
    }))
    .sort((a, b) => Number(b.isFor) - Number(a.isFor) || a.value.localeCompare(b.value, 'en'))
    .map(({ value, label }) => ({ value, label }));
}

/** The host of `https://host/path`, `ssh://git@host:22/path` or `git@host:path`. */
function hostOf(location: string): string | undefined {
  return /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^/:]+)/i.exec(location.trim())?.[1]?.toLowerCase();
}
