import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBuiltHut, requireUv, runTool } from '@hut/testing';
import { diffLines } from 'diff';
import { buildLaterVersion, type LaterVersion } from '../../later-version/build-later-version.ts';
import { takeSide } from './take-side.ts';

/** How a person settles one conflict: one side of each marked place, or what they write there. */
export type Decision = 'mine' | 'next' | ((marked: string) => string);

/** A decision that a person had to take. */
export interface Decided {
  readonly step: string;
  readonly path: string;
  readonly reason: string;
}

/** What the year comes to. */
export interface Counts {
  runs: number;
  merged: number;
  editedLines: number;
  /** Files that git could not merge. */
  gitConflicts: number;
  readonly decided: Decided[];
}

/** A shop that people work on for a year, and what they do to it. */
export interface Year {
  readonly root: string;
  readonly counts: Counts;
  /** The title of the step that is being done. */
  step: string;
  /** Lines that people wrote and that must still be there. */
  readonly marks: Set<string>;
  /** Files that a careless person left unformatted. */
  readonly unformatted: Set<string>;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Replaces the first `from` in a file by hand; throws where the file does not say it. */
  readonly edit: (path: string, from: string, to: string) => void;
  readonly append: (path: string, text: string) => void;
  readonly drop: (path: string) => void;
  /** Runs hut; each conflict must be one that the person decides. */
  readonly hut: (line: string, decisions?: Readonly<Record<string, Decision>>) => void;
  /** Runs hut with just these words. */
  readonly say: (line: string) => void;
  readonly upgradeTo: (
    version: LaterVersion,
    decisions?: Readonly<Record<string, Decision>>,
  ) => void;
  readonly tool: (name: string, ...args: string[]) => string;
  /** The same, whether it succeeds or not. */
  readonly tryTool: (
    name: string,
    ...args: string[]
  ) => { readonly output: string; readonly ok: boolean };
  readonly git: (...args: string[]) => string;
  /** Merges a branch; files that git can't merge become what the person makes of the marked text. */
  readonly merge: (branch: string, resolve: Decision, ...args: string[]) => void;
  readonly close: () => void;
}

const shop = join(import.meta.dirname, '../../../samples/shop/hut.yaml');

/** Builds the shop, with its environment and a repository of its own. */
export function openYear(): Year {
  const parent = mkdtempSync(join(tmpdir(), 'hut-year-'));
  const root = join(parent, 'shop');
  const counts: Counts = { runs: 0, merged: 0, editedLines: 0, gitConflicts: 0, decided: [] };
  let command = requireBuiltHut();
  const run = (words: readonly string[], cwd = root) => {
    counts.runs += 1;
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
      cwd,
      encoding: 'utf8',
      input: '',
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, stdout, stderr };
  };
  const built = run(['build', 'shop', '--from', shop, '--yes', '--no-install', '--no-git'], parent);
  expect(built).toMatchObject({ status: 0, stderr: '' });

  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const put = (path: string, text: string): void => writeFileSync(join(root, path), text);
  const write = (path: string, text: string, before = ''): void => {
    counts.editedLines += changedLines(before, text);
    for (const [mark] of text.matchAll(SIGNED)) year.marks.add(mark);
    put(path, text);
  };
  const git = (...args: string[]): string => runTool('git', [...identity, ...args], root);

  const year: Year = {
    root,
    counts,
    step: '',
    marks: new Set(),
    unformatted: new Set(),
    read,
    write,
    edit: (path, from, to) => {
      const before = read(path);
      if (!before.includes(from)) throw new Error(`${path} does not say ${from}`);
      write(
        path,
        before.replace(from, () => to),
        before,
      );
    },
    append: (path, text) => write(path, read(path) + text, read(path)),
    drop: (path) => {
      counts.editedLines += read(path).split('\n').length;
      rmSync(join(root, path));
    },
    hut: (line, decisions = {}) => {
      const words = [...toWords(line), '--yes', '--json', '--no-install'];
      const first = run(words);
      const asked = conflictsOf(first.stdout);
      counts.decided.push(...asked.map((one) => ({ step: year.step, ...one })));
      expect({ line, asked: asked.map(({ path }) => path).sort() }).toEqual({
        line,
        asked: Object.keys(decisions).sort(),
      });
      if (asked.length === 0) {
        expect({ line, ...first }).toMatchObject({ status: 0 });
        counts.merged += mergedIn(first.stdout);
        return;
      }
      const policy = policyOf(Object.values(decisions));
      const second = run([...words, '--on-conflict', policy]);
      expect(second.status).toBe(policy === 'markers' ? 5 : 0);
      counts.merged += mergedIn(second.stdout);
      if (policy !== 'markers') return;
      for (const [path, decision] of Object.entries(decisions)) settle(path, decision);
    },
    say: (line) => expect({ line, ...run(toWords(line)) }).toMatchObject({ status: 0 }),
    upgradeTo: (version, decisions) => {
      command = buildLaterVersion(version);
      year.hut('upgrade', decisions);
    },
    tool: (name, ...args) => runTool(join(root, '.venv/bin', name), args, root),
    tryTool: (name, ...args) => {
      const { status, stdout, stderr } = spawnSync(join(root, '.venv/bin', name), args, {
        cwd: root,
        encoding: 'utf8',
      });
      return { output: stdout + stderr, ok: status === 0 };
    },
    git,
    merge: (branch, resolve, ...args) => {
      spawnSync('git', [...identity, 'merge', '--no-edit', ...args, branch], { cwd: root });
      const open = git('diff', '--name-only', '--diff-filter=U').split('\n').filter(Boolean);
      counts.gitConflicts += open.length;
      for (const path of open) settle(path, resolve);
      git('add', '-A');
      if (open.length > 0) git('commit', '--quiet', '--no-edit');
    },
    close: () => rmSync(parent, { recursive: true, force: true }),
  };
  const settle = (path: string, decision: Decision): void => {
    const marked = read(path);
    put(path, typeof decision === 'string' ? takeSide(marked, decision) : decision(marked));
  };
  git('init', '--quiet', '--initial-branch', 'main');
  runTool(requireUv(), ['sync', '--quiet'], root);
  return year;
}

/** Who writes a line by hand signs it. */
const SIGNED = /\((?:Ada|Bob)\) [\w ,]+/gu;

const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];

/** One answer for all where a person has one; else they look at each marked place. */
function policyOf([first, ...others]: readonly Decision[]): 'mine' | 'next' | 'markers' {
  return typeof first === 'string' && others.every((one) => one === first) ? first : 'markers';
}

/** Words between blanks; those between quotes are one. */
function toWords(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, word]) => quoted ?? word!);
}

function changedLines(before: string, after: string): number {
  return diffLines(before, after)
    .filter(({ added, removed }) => added || removed)
    .reduce((sum, { count }) => sum + count, 0);
}

interface Printed {
  readonly error?: { readonly conflicts?: readonly Omit<Decided, 'step'>[] };
  readonly changes?: readonly { readonly action: string }[];
}

function conflictsOf(stdout: string): readonly Omit<Decided, 'step'>[] {
  return (JSON.parse(stdout || '{}') as Printed).error?.conflicts ?? [];
}

function mergedIn(stdout: string): number {
  const { changes = [] } = JSON.parse(stdout || '{}') as Printed;
  return changes.filter(({ action }) => action === 'merge').length;
}
