import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Opens a folder in which `merge` asks `git merge-file`: the text, or undefined for a conflict. */
export function openGitMerge() {
  const folder = mkdtempSync(join(tmpdir(), 'hut-real-merges-'));
  return {
    merge: (texts) => mergeIn(folder, texts),
    close: () => rmSync(folder, { recursive: true }),
  };
}

function mergeIn(folder, { base, mine, next }) {
  const files = Object.entries({ mine, base, next }).map(([name, text]) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  });
  const run = spawnSync('git', ['merge-file', '-p', ...files], { maxBuffer: 1 << 28 });
  return run.status === 0 ? run.stdout.toString('utf8') : undefined;
}
