import fs, { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { HutError } from '@hut/errors';

import { copyTree } from '../../../testing/src/copy-tree.ts';
import { watchCalls } from '../../../testing/src/watch-calls.ts';
import { commitFiles, type FileWrite, hashBytes, recover, withLock } from '../commit.ts';
import { findLitter, judge, layOut, scenarios, toWrites } from './scenario.ts';

/** What the specs of faults run in a process of its own: `node child.cjs <verb> <arguments>`. */
const verbs: Readonly<Record<string, (...args: string[]) => unknown>> = {
  commit(root, name) {
    return commitFiles(root!, { command: 'hut sync', files: toWrites(scenario(name)) }).id;
  },
  /**
   * Recovers every tree in a folder, and before each write of that copies the tree into another
   * folder: what a second kill would leave. Returns how many copies there are.
   */
  'recover-watched'(folder, into) {
    let copies = 0;
    for (const tree of readdirSync(folder!)) {
      const root = join(folder!, tree);
      const end = watchCalls(fs, 'writes', (call) => {
        if (/^f(data)?sync/.test(call)) return;
        copyTree(fs, root, join(into!, String(++copies)));
      });
      recover(root);
      end();
    }
    return copies;
  },
  /** Recovers every tree in a folder; returns how often each was what, and what was left over. */
  'recover-all'(folder, name) {
    return tally(
      readdirSync(folder!).map((tree) => {
        const root = join(folder!, tree);
        recover(root);
        return [judge(root, scenario(name)), ...findLitter(root)].join(' + ');
      }),
    );
  },
  /**
   * Commits into `<folder>/1`, `<folder>/2` ..., where the first, the second ... write fails (`once`)
   * or that one and all after it (`on`). Returns how often a tree was what, without recovery, and
   * what the commit said of it.
   */
  'fail-everywhere'(folder, name, code, how) {
    const seen: string[] = [];
    for (let at = 1; ; at++) {
      const root = join(folder!, String(at));
      layOut(root, scenario(name));
      const { writes, answer } = commitFailing(root, name!, at, code!, how === 'on');
      seen.push(`${judge(root, scenario(name))}, ${answer}`);
      if (writes < at) return tally(seen);
    }
  },
  /** Adds one to a number in a file, so many times, as a command that others run at the same time. */
  increment(root, times) {
    const outcomes: string[] = [];
    for (let turn = 0; turn < Number(times); turn++) outcomes.push(incrementOnce(root!));
    return tally(outcomes);
  },
  /** Commits; returns what the refusal says, or nothing when there is none. */
  refusal(root, name) {
    try {
      commitFiles(root!, { command: 'hut sync', files: toWrites(scenario(name)) });
    } catch (error) {
      if (error instanceof HutError) return { id: error.id, message: error.message };
      throw error;
    }
    return null;
  },
  /** Is interrupted under the lock, and goes on. */
  interrupt(root) {
    withLock(root!, () => {
      process.kill(process.pid, 'SIGINT');
      writeFileSync(join(root!, 'went-on'), '');
    });
  },
  /** Holds the lock until it is killed. */
  hold(root) {
    withLock(root!, holdForEver);
  },
};

function holdForEver(): never {
  writeFileSync(1, 'holding\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('woken');
}

function scenario(name: string | undefined) {
  return scenarios[name as keyof typeof scenarios];
}

function commitFailing(root: string, name: string, at: number, code: string, goesOn: boolean) {
  let writes = 0;
  const end = watchCalls(fs, 'writes', (call, path) => {
    writes++;
    if (writes !== at && !(goesOn && writes > at)) return;
    const syscall = call.replace('Sync', '');
    throw Object.assign(new Error(`${code}: ${syscall} ${path}`), { code, syscall, path });
  });
  const answer = commitOnce(root, toWrites(scenario(name)));
  end();
  return { writes, answer };
}

/** `done`, or the id of the refusal. */
function commitOnce(root: string, files: readonly FileWrite[]): string {
  try {
    commitFiles(root, { command: 'hut sync', files });
    return 'done';
  } catch (error) {
    if (error instanceof HutError) return error.id;
    throw error;
  }
}

function incrementOnce(root: string): string {
  try {
    recover(root);
  } catch (error) {
    if (error instanceof HutError) return error.id;
    throw error;
  }
  const text = readFileSync(join(root, 'count'), 'utf8');
  const after = String(Number(text) + 1);
  return commitOnce(root, [{ path: 'count', before: hashBytes(text), after }]);
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

const [verb, ...args] = process.argv.slice(2);
process.stdout.write(JSON.stringify(verbs[verb!]!(...args) ?? null));
