/**
 * Checks the import direction `app, routes → features → shared`. A feature never imports another feature; routes
 * combine them. Features are read from the directory listing, so a new one is checked from its first file on.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const src = resolve(import.meta.dirname, '../src');
const importPattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;
const floor = { app: 2, routes: 2, features: 1, shared: 0, styles: 0 };

/** @param {string} path relative to src @returns {{ layer: string, feature?: string }} */
function roomOf(path) {
  const [layer = '', feature] = path.split('/');
  return layer === 'features' ? { layer, feature } : { layer };
}

/** @param {string} from @param {string} to both relative to src @returns {string | undefined} the violation */
export function refusal(from, to) {
  const here = roomOf(from);
  const there = roomOf(to);
  if (!(here.layer in floor) || !(there.layer in floor)) return undefined;
  if (floor[there.layer] > floor[here.layer]) return `${here.layer} must not import ${there.layer}`;
  if (here.feature && there.feature && here.feature !== there.feature)
    return `feature ${here.feature} must not import feature ${there.feature}; compose them in a route`;
  return undefined;
}

const files = readdirSync(src, { recursive: true })
  .map(String)
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|gen)\.tsx?$/.test(file) && !file.startsWith('test/'));

let broken = 0;
for (const file of files) {
  const text = readFileSync(join(src, file), 'utf8');
  for (const [, specifier = ''] of text.matchAll(importPattern)) {
    const target = specifier.startsWith('@/')
      ? specifier.slice(2)
      : specifier.startsWith('.')
        ? relative(src, resolve(src, file, '..', specifier))
        : undefined;
    const why = target && refusal(file, target);
    if (why) {
      broken++;
      console.error(`src/${file}: imports ${specifier}: ${why}`);
    }
  }
}
if (files.length === 0) throw new Error('no source files found');
console.log(`boundaries: ${files.length} files, ${broken} forbidden imports`);
process.exitCode = broken ? 1 : 0;
