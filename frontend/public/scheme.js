// Runs before the first paint, so that the page never flashes in the other colour scheme or density. A separate file,
// because the Content-Security-Policy allows no inline scripts. src/shared/ui/scheme.ts and density.ts use the same keys.
(() => {
  let wanted = null;
  let density = null;
  try {
    wanted = localStorage.getItem('tenantmgr.scheme');
    density = localStorage.getItem('tenantmgr.density');
  } catch {
    // Storage may be blocked; then the system's scheme applies.
  }
  const dark =
    wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
  document.documentElement.dataset.density = density === 'comfortable' ? 'comfortable' : 'compact';
})();
