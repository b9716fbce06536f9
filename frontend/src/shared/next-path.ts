/**
 * The path to open after sign-in. Only an absolute path of this site is accepted; anything that a browser could read as
 * another site (`//evil`, `/\evil`, `javascript:`, control characters) becomes the start page.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/';
  // Browsers read a backslash as a slash and drop tabs and line breaks, so both are rejected.
  if (/^\/[/\\]/.test(next) || /[\\\p{Cc}]/u.test(next)) return '/';
  const url = new URL(next, 'https://here.invalid');
  // `/..//evil` becomes `//evil` only when it is resolved.
  const isElsewhere = url.origin !== 'https://here.invalid' || url.pathname.startsWith('//');
  if (isElsewhere || url.pathname === '/login') return '/';
  return url.pathname + url.search + url.hash;
}
