import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const PACKAGE = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where scripts keep what they make: not committed. */
export const CACHE = join(PACKAGE, '..', '..', '.cache', 'reconcile');

/** Bundles one file of this package and imports the result. */
export async function importBundled(file) {
  mkdirSync(CACHE, { recursive: true });
  // Its own name: others may bundle another state of the code at the same time.
  const outfile = join(CACHE, `${file.replaceAll('/', '-')}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(PACKAGE, file)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
