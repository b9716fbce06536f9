/** The files a browser loads for a page: the entry, the page's own chunk, and their imports. Read from the build. */
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('dist/.vite/manifest.json', import.meta.url), 'utf8'));

/** @param {string[]} pages source files of routes */
function loadedFor(...pages) {
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(`dist/${chunk.file}`)) return;
    files.add(`dist/${chunk.file}`);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit('index.html');
  for (const page of pages) {
    const key = Object.keys(manifest).find((name) =>
      name.startsWith(`src/routes/${page}.tsx?tsr-split=component`),
    );
    if (!key) throw new Error(`the build has no chunk for ${page}`);
    visit(key);
  }
  return [...files];
}

const budget = (name, limit, path) => ({ name, path, limit, gzip: true, brotli: false });

const shell = new Set(loadedFor('_app'));

/** What a page adds to the shell. */
const addedBy = (...pages) => loadedFor('_app', ...pages).filter((file) => !shell.has(file));

const tenant = '_app/tenants/$tenant';

export default [
  budget('sign in', '150 kB', loadedFor('login')),
  budget('shell and dashboard', '240 kB', loadedFor('_app', '_app/index')),
  budget('shell and tenants', '240 kB', loadedFor('_app', '_app/tenants/index')),
  budget('shell and new tenant', '240 kB', loadedFor('_app', '_app/tenants/new')),
  budget('shell and tenant', '240 kB', loadedFor('_app', tenant, `${tenant}/index`)),
  budget('shell and deployment', '240 kB', loadedFor('_app', '_app/deployments/$deployment')),
  ...[
    'configuration',
    'theme/index',
    'theme/$analysis',
    'backups',
    'deployments',
    'services',
    'logs',
    'errors',
    'commands',
    'audit',
  ].map((tab) => budget(`tenant: ${tab}`, '60 kB', addedBy(tenant, `${tenant}/${tab}`))),
  ...[
    'deployments/index',
    'runs/$run',
    'backups/index',
    'backups/$backup/restore',
    'backups/import',
    'ports',
    'nginx',
    'logs',
    'audit',
    'users',
    'tokens',
    'settings',
    'credentials',
    'sessions',
    'account',
  ].map((page) => budget(page, '60 kB', addedBy(`_app/${page}`))),
  budget('style', '25 kB', 'dist/assets/*.css'),
  budget('all JavaScript', '700 kB', 'dist/assets/*.js'),
];
