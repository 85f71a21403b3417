import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { type FileWrite, hashBytes } from '../commit.ts';

/** Path -> mode and text; folders appear only as parts of paths. */
export type Snapshot = Readonly<Record<string, string>>;

/** A project before and after a run. */
export interface Scenario {
  /** Undefined: there is no folder yet. */
  readonly old: Tree | undefined;
  readonly next: Tree;
}

interface TreeFile {
  readonly text: string;
  readonly mode: number;
}
type Tree = Readonly<Record<string, TreeFile>>;

const plain = (text: string): TreeFile => ({ text, mode: 0o644 });

const GROWN: Tree = {
  '.env': { text: 'KEY=secret-new\n', mode: 0o600 },
  '.hut/base/app/main.py': plain('main, new'),
  'app/deep/er/new.py': plain('in a new folder'),
  'app/main.py': plain('main, new'),
  'bin/run': { text: 'run, new', mode: 0o755 },
  'kept.py': plain('kept'),
};

/** The trees that every ring of faults runs over. */
export const scenarios: Readonly<Record<'growth' | 'first-build' | 'small', Scenario>> = {
  growth: {
    old: {
      '.env': { text: 'KEY=secret-old\n', mode: 0o600 },
      '.hut/base/app/main.py': plain('main'),
      'app/main.py': plain('main'),
      'app/sealed.py': { text: 'read-only', mode: 0o444 },
      'bin/run': { text: 'run', mode: 0o755 },
      'gone/with/its/folder.py': plain('gone'),
      'kept.py': plain('kept'),
    },
    next: { ...GROWN, 'app/sealed.py': { text: 'read-only, new', mode: 0o444 } },
  },
  'first-build': { old: undefined, next: GROWN },
  small: {
    old: { 'a.py': plain('a'), 'b/gone.py': plain('b') },
    next: { 'a.py': plain('a, new'), 'c/new.py': plain('c') },
  },
};

/** Makes the old tree of a scenario, and nothing else, in a folder. */
export function layOut(root: string, { old }: Scenario): void {
  rmSync(root, { recursive: true, force: true });
  if (old === undefined) return;
  for (const [path, file] of Object.entries(old)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), file.text);
    chmodSync(join(root, path), file.mode);
  }
}

/** The run that leads from the old tree to the next one. */
export function toWrites({ old = {}, next }: Scenario): readonly FileWrite[] {
  return [...new Set([...Object.keys(old), ...Object.keys(next)])].map((path) => ({
    path,
    before: old[path] === undefined ? null : hashBytes(old[path].text),
    after: next[path]?.text ?? null,
    ...(next[path] === undefined ? {} : { mode: next[path].mode }),
    secret: path === '.env',
  }));
}

/** `old` or `new` for a tree that is wholly one of them; else a sentence that says what it is. */
export function judge(root: string, { old, next }: Scenario): string {
  const found = takeSnapshot(root);
  if (isEqual(found, toSnapshot(next))) return 'new';
  if (isEqual(found, toSnapshot(old ?? {}))) return 'old';
  return `neither old nor new: ${JSON.stringify(found)}`;
}

/** What a run leaves in `.hut` beside the base: nothing but closed records without secrets. */
export function findLitter(root: string): readonly string[] {
  if (!existsSync(join(root, '.hut'))) return [];
  const names = readdirSync(join(root, '.hut'));
  const litter = names.filter((name) => name !== 'base' && name !== 'runs');
  for (const path of listFiles(join(root, '.hut')).filter((file) => file.startsWith('runs/'))) {
    const isKnown = /^runs\/\d+\/(run\.json|before\/\d+)$/.test(path);
    const file = join(root, '.hut', path);
    const isOpen = (statSync(file).mode & 0o077) !== 0;
    if (!isKnown || isOpen || readFileSync(file, 'utf8').includes('secret-')) litter.push(path);
  }
  if (names.length === 0) litter.push('.hut, empty');
  return litter;
}

function takeSnapshot(root: string): Snapshot {
  const files = listFiles(root).filter((path) => !/^\.hut\/(?!base\/)/.test(path));
  return Object.fromEntries(files.map((path) => [path, describe(root, path)]));
}

function describe(root: string, path: string): string {
  const mode = statSync(join(root, path)).mode & 0o777;
  return `${mode.toString(8)} ${readFileSync(join(root, path), 'utf8')}`;
}

function toSnapshot(tree: Tree): Snapshot {
  return Object.fromEntries(
    Object.entries(tree).map(([path, file]) => [path, `${file.mode.toString(8)} ${file.text}`]),
  );
}

function listFiles(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? listFiles(join(root, entry.name)).map((below) => `${entry.name}/${below}`)
      : [entry.name],
  );
}

function isEqual(one: Snapshot, other: Snapshot): boolean {
  const sorted = (of: Snapshot): string => JSON.stringify(Object.entries(of).sort());
  return sorted(one) === sorted(other);
}
