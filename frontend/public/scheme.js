// Runs before the first paint, so that the page never flashes in the other colour scheme. A file of its own because
// the Content-Security-Policy allows no inline script. The key is also known to src/shared/ui/scheme.ts.
(() => {
  let wanted = null;
  try {
    wanted = localStorage.getItem('tenantmgr.scheme');
  } catch {
    // Storage may be refused; then the system decides.
  }
  const dark =
    wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
})();
