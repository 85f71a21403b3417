import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

import { hutFolder, runFolder } from './hut-folder.ts';
import { listOpenRunIds } from './journal.ts';
import { isAlive, readHolder } from './lock-holder.ts';
import { readRuns } from './read-runs.ts';

/** What is not as a run that ended well leaves `.hut`. */
export interface LeftOver {
  /** Paths in the project of what killed runs left: the next command finishes or removes it. */
  readonly killed: readonly string[];
  /** The lock, when its holder lives or can't be told: only a person knows whether it still works. */
  readonly locked: string | null;
  /** Folders of runs whose record can't be read. */
  readonly damaged: readonly string[];
}

/** Looks at what runs left in a project, and changes nothing. Throws errors of the disk. */
export function findLeftOver(root: string): LeftOver {
  const folder = hutFolder(root);
  const names = existsSync(folder.hut) ? readdirSync(folder.hut) : [];
  const inProject = (path: string): string => relative(folder.root, path).replaceAll('\\', '/');
  const lock = names.includes('lock') ? readHolder(join(folder.hut, 'lock')) : 'nobody';
  const isHeld = lock !== 'nobody' && (lock === 'unknown' || isAlive(lock));
  const halves = names.filter((name) => /^(stage$|journal)/.test(name));
  const dead = lock !== 'nobody' && !isHeld ? ['lock'] : [];
  const open = listOpenRunIds(folder);
  const damaged = readRuns(root).filter(
    (run) => run.damaged !== undefined && !open.includes(run.id),
  );
  return {
    // While a run works, its stage and its journal are as they must be.
    killed: isHeld
      ? []
      : [
          ...[...halves, ...dead].map((name) => inProject(join(folder.hut, name))),
          ...open.map((id) => inProject(runFolder(folder, id))),
        ],
    locked: isHeld ? inProject(join(folder.hut, 'lock')) : null,
    damaged: damaged.map(({ id }) => inProject(runFolder(folder, id))),
  };
}
