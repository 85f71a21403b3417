import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool, mustRun } from './run-tool.mjs';
import { shopEdits } from './shop-edits.mjs';
import { steps } from './trees.mjs';

/** hut itself, as it was built. */
export function openHut({ root }) {
  const hut = [process.execPath, join(root, 'dist', 'hut.cjs')];
  return {
    title: 'hut',
    edits: shopEdits,
    create: (folder) =>
      mustRun([...hut, 'build', folder, '--yes', '--no-install', '--no-git'], root),
    change: (folder, tree) => runTool([...hut, ...steps[tree]], folder),
    changeCommand: (tree) => [...hut, ...steps[tree]],
    settle: (folder) => mustRun([...hut, 'sync', '--yes'], folder),
    loseBase: (folder) => rmSync(join(folder, '.hut', 'base'), { recursive: true }),
    ignored: /^(\.hut|\.git|migrations\/versions)\//,
  };
}
