/** The script that merges again what people merged, on a little history with every sort of merge in it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const repository = mkdtempSync(join(tmpdir(), 'hut-history-'));
afterAll(() => rmSync(repository, { recursive: true, force: true }));

const AUTHOR = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
const git = (...words: readonly string[]): string =>
  execFileSync('git', ['-C', repository, ...AUTHOR, ...words], { encoding: 'utf8' });

type Files = Readonly<Record<string, string | Uint8Array>>;

function commit(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
  git('add', '-A');
  git('commit', '-qm', 'x', '--allow-empty');
}

/** Merges whatever git thinks of it, with these files as the person left them. */
function mergeAs(branch: string, files: Files): void {
  spawnSync('git', ['-C', repository, ...AUTHOR, 'merge', '-q', '--no-ff', '--no-commit', branch]);
  commit(files);
}

const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');
const base = lines('import a', '', 'x = 1', '', 'y = 2', '', 'z = 3');

/** Two branches from here, each with its files, merged into main as `done`. */
function branchAndMerge(name: string, mine: Files, next: Files, done: Files): void {
  git('checkout', '-qb', name);
  commit(next);
  git('checkout', '-q', 'main');
  commit(mine);
  mergeAs(name, done);
}

beforeAll(() => {
  git('init', '-qb', 'main');
  commit({ 'clean.py': base, 'both.py': base, 'old.py': base, 'b.py': new Uint8Array([0, 1, 10]) });
  const [mine, next] = [base.replace('x = 1', 'x = 2'), base.replace('z = 3', 'z = 4')];
  const done = mine.replace('z = 3', 'z = 4');
  branchAndMerge('clean', { 'clean.py': mine }, { 'clean.py': next }, { 'clean.py': done });
  const add = (name: string) => base.replace('import a\n', `import a\nimport ${name}\n`);
  const both = base.replace('import a\n', 'import a\nimport c\nimport b\n');
  branchAndMerge('both', { 'both.py': add('b') }, { 'both.py': add('c') }, { 'both.py': both });
  const bytes = (byte: number) => new Uint8Array([0, byte, 10]);
  branchAndMerge('binary', { 'b.py': bytes(2) }, { 'b.py': bytes(3) }, { 'b.py': bytes(4) });
  git('checkout', '-qb', 'renamed');
  git('mv', 'old.py', 'new.py');
  commit({ 'new.py': next });
  git('checkout', '-q', 'main');
  commit({ 'old.py': mine });
  mergeAs('renamed', { 'new.py': done });
  crissCross();
});

/** Each side merges the other, and both go on: such a merge has two bases, and is left out. */
function crissCross(): void {
  git('checkout', '-qb', 'left');
  commit({ 'cross.py': base });
  git('checkout', '-q', 'main');
  commit({ 'other.py': base });
  git('tag', 'was');
  mergeAs('left', {});
  git('checkout', '-q', 'left');
  mergeAs('was', {});
  commit({ 'cross.py': base.replace('x = 1', 'x = 5') });
  git('checkout', '-q', 'main');
  commit({ 'cross.py': base.replace('z = 3', 'z = 5') });
  mergeAs('left', { 'cross.py': base });
}

const run = (...words: readonly string[]) =>
  spawnSync('node', [join(root, 'scripts/real-merges.mjs'), ...words], { encoding: 'utf8' });

describe('scripts/real-merges', () => {
  it('scores the texts that both sides changed, and leaves out what has no one base, moved, or is no text', () => {
    const { stdout, stderr, status } = run(repository, '--json');
    expect(stderr).toContain(`${repository}: 2 files`);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      cases: 2,
      git: { right: 1, other: 0, conflict: 1 },
      ours: { right: 2, regression: 0, crash: 0 },
      ratio: 2,
    });
  });

  it('takes at most so many, and shows those of one class', () => {
    const { stdout } = run(repository, '--most', '1', '--show', 'right');
    expect(stdout).toContain('right: both.py');
    expect(stdout).toContain('+import c');
    expect(stdout).toMatch(/\| all \| 1 \|/);
  });

  it('says which folder is no repository, and goes on with the others', () => {
    const { stderr, stdout, status } = run(tmpdir(), repository);
    expect(stderr).toContain('not a git repository');
    expect(stdout).toMatch(/\| all \| 2 \|/);
    expect(status).toBe(1);
  });

  it('refuses a class that there is not', () => {
    expect(run(repository, '--show', 'wrong').status).toBe(3);
  });
});
