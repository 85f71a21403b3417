/** Renders every sample again from its hut.yaml: `npm run samples`, then review the difference. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const name of readdirSync(join(root, 'samples'))) {
  const sample = join(root, 'samples', name);
  const kept = join(mkdtempSync(join(tmpdir(), 'hut-sample-')), 'hut.yaml');
  copyFileSync(join(sample, 'hut.yaml'), kept);
  rmSync(sample, { recursive: true });
  execFileSync(
    process.execPath,
    [
      join(root, 'dist/hut.cjs'),
      'build',
      sample,
      '--from',
      kept,
      '--yes',
      '--no-install',
      '--no-git',
    ],
    { stdio: 'inherit' },
  );
  // What a project leaves out of git, and the base, which is the same files again.
  for (const path of ['.env', '.hut/base', '.hut/runs'])
    rmSync(join(sample, path), { recursive: true, force: true });
}
