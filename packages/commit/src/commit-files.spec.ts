import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import fc from 'fast-check';

import {
  commitFiles,
  type FileWrite,
  hashBytes,
  readBefore,
  readRuns,
  withLock,
} from './commit.ts';

let home: string;
let root: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hut-commit-'));
  root = join(home, 'shop');
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const write = (path: string, text: string, mode = 0o644): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  chmodSync(join(root, path), mode);
};
const modeOf = (path: string): string => (statSync(join(root, path)).mode & 0o777).toString(8);
const change = (path: string, before: string | null, after: string | null): FileWrite => ({
  path,
  before: before === null ? null : hashBytes(before),
  after,
});
const commit = (...files: readonly FileWrite[]) =>
  commitFiles(root, { command: 'hut sync', files });

describe('a commit', () => {
  it('makes the project and the folders above it where there are none', () => {
    root = join(home, 'deep/er/shop');
    const run = commit(
      change('app/main.py', null, 'app = 1\n'),
      change('.hut/base/app/main.py', null, 'app = 1\n'),
    );
    expect(read('app/main.py')).toBe('app = 1\n');
    expect(readRuns(root)).toEqual([run]);
    expect(readdirSync(join(root, '.hut')).sort()).toEqual(['base', 'runs']);
  });

  it('goes into an empty folder that is there', () => {
    mkdirSync(root);
    commit(change('a.py', null, 'a'));
    expect(read('a.py')).toBe('a');
  });

  it('updates and deletes, keeps what was there before, and removes the folders that it emptied', () => {
    write('a.py', 'old');
    write('gone/deep/b.py', 'b');
    write('stays/c.py', 'c');
    write('stays/mine.py', 'mine');
    const run = commit(
      change('a.py', 'old', 'new'),
      change('gone/deep/b.py', 'b', null),
      change('stays/c.py', 'c', null),
    );
    expect(readdirSync(root).sort()).toEqual(['.hut', 'a.py', 'stays']);
    expect(read('a.py')).toBe('new');
    expect(read('stays/mine.py')).toBe('mine');
    for (const [path, text] of [
      ['a.py', 'old'],
      ['gone/deep/b.py', 'b'],
    ] as const)
      expect(Buffer.from(readBefore(root, run, path)!).toString()).toBe(text);
    expect(readBefore(root, run, 'not-in-it.py')).toBeNull();
  });

  it('writes bytes as they are', () => {
    const bytes = Uint8Array.from([0, 255, 13, 10, 128]);
    commit({ path: 'logo.png', before: null, after: bytes });
    expect([...readFileSync(join(root, 'logo.png'))]).toEqual([...bytes]);
  });

  it('gives a new file the mode that it asks for, and leaves the mode of one that is there', () => {
    write('bin/run', 'old', 0o755);
    write('sealed.py', 'old', 0o444);
    commit(
      { ...change('bin/run', 'old', 'new'), mode: 0o600 },
      change('sealed.py', 'old', 'new'),
      { ...change('bin/more', null, 'more'), mode: 0o700 },
      { ...change('.env', null, 'KEY=1'), secret: true },
    );
    expect(['bin/run', 'sealed.py', 'bin/more', '.env'].map(modeOf)).toEqual([
      '755',
      '444',
      '700',
      '600',
    ]);
  });

  it('leaves files alone that are what they shall be, and records nothing when all are', () => {
    write('a.py', 'a');
    const { mtimeMs } = statSync(join(root, 'a.py'));
    expect(commit(change('a.py', 'a', 'a'), change('b.py', null, null)).id).toBe('');
    expect(statSync(join(root, 'a.py')).mtimeMs).toBe(mtimeMs);
    expect(existsSync(join(root, '.hut'))).toBe(false);
  });

  it('keeps before-images from other people, and from the other names of a file', () => {
    write('a.py', 'old');
    linkSync(join(root, 'a.py'), join(root, 'other-name.py'));
    write('b.py', 'old');
    const run = commit(change('a.py', 'old', 'new'), change('b.py', 'old', 'new'));
    write('other-name.py', 'edited');
    expect(Buffer.from(readBefore(root, run, 'a.py')!).toString()).toBe('old');
    expect(modeOf('other-name.py')).toBe('644');
    expect(modeOf('.hut/runs')).toBe('700');
    expect(modeOf(`.hut/runs/${run.id}/before/0`)).toBe('600');
    expect(modeOf(`.hut/runs/${run.id}/before/1`)).toBe('600');
  });

  it('leaves nothing of a secret file in .hut', () => {
    write('.env', 'KEY=old-secret', 0o600);
    const run = commit({ ...change('.env', 'KEY=old-secret', 'KEY=new-secret'), secret: true });
    expect(read('.env')).toBe('KEY=new-secret');
    expect(readBefore(root, run, '.env')).toBeNull();
    const files = readdirSync(join(root, '.hut'), { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    expect(texts.join()).not.toMatch(/old-secret|new-secret/);
  });

  it('may be part of work that holds the lock', () => {
    withLock(root, () => commit(change('a.py', null, 'a')));
    expect(read('a.py')).toBe('a');
    expect(existsSync(join(root, '.hut/lock'))).toBe(false);
  });

  it('makes of any tree any other', () => {
    const paths = ['a.py', 'b/c.py', 'b/d.py', 'e/f/g.py', '.hut/base/a.py'] as const;
    const tree = fc.record(Object.fromEntries(paths.map((path) => [path, fc.option(fc.string())])));
    fc.assert(
      fc.property(tree, tree, (old, next) => {
        rmSync(root, { recursive: true, force: true });
        for (const path of paths) if (typeof old[path] === 'string') write(path, old[path]);
        commit(...paths.map((path) => change(path, old[path] ?? null, next[path] ?? null)));
        const found = paths.map((path) => (existsSync(join(root, path)) ? read(path) : null));
        expect(found).toEqual(paths.map((path) => next[path] ?? null));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a commit is refused, and nothing is written,', () => {
  const refusal = (...files: readonly FileWrite[]) => {
    try {
      commit(...files);
    } catch (error) {
      return error as Error & { id: string; hint: string; exitCode: number };
    }
    throw new Error('it was not refused');
  };

  it.each([
    ['edited', 'edited'],
    ['deleted', null],
  ])('when a file was %s since it was read', (_how, now) => {
    write('b.py', 'b');
    if (now !== null) write('a.py', now);
    const error = refusal(change('a.py', 'read', 'new'), change('b.py', 'b', 'new'));
    expect(error).toMatchObject({ id: 'changed', exitCode: 3 });
    expect(error.message).toContain('a.py was changed');
    expect(read('b.py')).toBe('b');
    expect(existsSync(join(root, '.hut'))).toBe(false);
  });

  it('when somebody has made a file that shall be new', () => {
    write('a.py', 'somebody');
    expect(refusal(change('a.py', null, 'new')).id).toBe('changed');
    expect(read('a.py')).toBe('somebody');
  });

  it('and a first build that is refused leaves no folder', () => {
    root = join(home, 'deep/er/shop');
    expect(refusal(change('a.py', 'was there', 'new')).id).toBe('changed');
    expect(readdirSync(home)).toEqual([]);
  });

  it('when a path leads out of the project', () => {
    expect(refusal(change('ok.py', null, 'ok'), change('../evil.py', null, 'x')).message).toContain(
      '../evil.py',
    );
    expect(readdirSync(home)).toEqual([]);
  });

  it('when the project is a file', () => {
    writeFileSync(root, 'a file');
    expect(refusal(change('a.py', null, 'a')).message).toBe(`${root} is not a folder.`);
    expect(readFileSync(root, 'utf8')).toBe('a file');
  });

  it('when a file stands where .hut should be', () => {
    write('.hut', 'a file');
    expect(refusal(change('a.py', null, 'a'))).toMatchObject({ id: 'strange-folder' });
    expect(readdirSync(root)).toEqual(['.hut']);
  });
});
