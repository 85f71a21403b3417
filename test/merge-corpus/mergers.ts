import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reconcile } from '@hut/reconcile';
import type { Case } from './load-cases.ts';

/** The text that we make of a case; undefined for a conflict. */
export function mergeByUs({ path, before, base, mine, next, words }: Case) {
  const [change] = reconcile(
    new Map([[before, base]]),
    new Map([[path, next]]),
    (at) => (at === before ? mine : null),
    { own: [], moves: new Map(before === path ? [] : [[path, before]]), words },
  );
  if (change!.action === 'conflict') return undefined;
  return 'text' in change! ? change.text : mine;
}

/** The texts that git makes of cases; undefined for a conflict. Throws when git is missing. */
export function mergeByGit(cases: readonly Case[]): readonly (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'hut-corpus-'));
  const merged = cases.map(({ base, mine, next }) => mergeFile(folder, [mine, base, next]));
  rmSync(folder, { recursive: true });
  return merged;
}

function mergeFile(folder: string, texts: readonly string[]): string | undefined {
  const files = texts.map((_, index) => join(folder, String(index)));
  files.forEach((file, index) => writeFileSync(file, texts[index]!));
  const { status, stdout, error } = spawnSync('git', ['merge-file', '-p', ...files], {
    encoding: 'utf8',
  });
  if (error !== undefined) throw new Error('git is missing: apt-get install git', { cause: error });
  return status === 0 ? stdout : undefined;
}
