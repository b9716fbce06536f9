import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = new Set(['.js', '.css', '.html', '.svg', '.json']);
const squeeze = promisify(gzip);

/**
 * Writes a `.gz` beside every text file of the build, so that NGINX (`gzip_static`) never compresses at request time.
 */
export function precompress(): Plugin {
  let outDir = 'dist';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      const files = await readdir(outDir, { recursive: true });
      await Promise.all(
        files
          .filter((file) => compressible.has(extname(file)))
          .map(async (file) => {
            const path = join(outDir, file);
            const bytes = await squeeze(await readFile(path), { level: constants.Z_BEST_COMPRESSION });
            await writeFile(`${path}.gz`, bytes);
          }),
      );
    },
  };
}
