// Runs before the first paint, so that the page never flashes in the other colour scheme. A separate file, because the
// Content-Security-Policy allows no inline scripts. src/shared/ui/scheme.ts uses the same key.
(() => {
  let wanted = null;
  try {
    wanted = localStorage.getItem('tenantmgr.scheme');
  } catch {
    // Storage may be blocked; then the system's scheme applies.
  }
  const dark =
    wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
})();
