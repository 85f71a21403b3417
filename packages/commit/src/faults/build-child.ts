import { buildSync } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** Bundles the child of these specs to plain JavaScript; returns its path. */
export function buildChild(name: string): string {
  const folder = resolve('.cache/commit-faults');
  mkdirSync(folder, { recursive: true });
  // One file a spec: jest runs them side by side.
  const outfile = `${folder}/${name}-${String(process.pid)}.cjs`;
  buildSync({
    entryPoints: [resolve('packages/commit/src/faults/child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  return outfile;
}
