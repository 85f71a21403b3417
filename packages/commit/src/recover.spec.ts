import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { commitFiles, type FileWrite, hashBytes, readRuns, recover } from './commit.ts';
import { hutFolder } from './hut-folder.ts';
import { stageRun } from './stage-run.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hut-recover-'));
  for (const path of ['a.py', 'b.py']) writeFileSync(join(root, path), 'old');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const WRITES: readonly FileWrite[] = [
  { path: 'a.py', before: hashBytes('old'), after: 'new' },
  { path: 'b.py', before: hashBytes('old'), after: null },
  { path: 'c/d.py', before: null, after: 'new' },
];

/** As a command leaves it that was killed before, or right after, its commit point. */
function leaveKilled(when: 'before' | 'after', files = WRITES): void {
  mkdirSync(join(root, '.hut'), { recursive: true });
  const folder = hutFolder(root);
  stageRun(folder, { command: 'hut add x' }, files);
  if (when === 'after') renameSync(join(folder.stage, 'journal.json'), folder.journal);
}

describe('recover', () => {
  it('does nothing where there is nothing to do', () => {
    expect(recover(root)).toBeNull();
    expect(recover(join(root, 'not/there'))).toBeNull();
    expect(readdirSync(root).sort()).toEqual(['a.py', 'b.py']);
  });

  it('leaves the runs that are closed', () => {
    commitFiles(root, { command: 'hut sync', files: WRITES });
    expect(recover(root)).toBeNull();
    expect(readRuns(root)).toHaveLength(1);
  });

  it('takes back what was not committed', () => {
    leaveKilled('before');
    expect(recover(root)).toEqual({ did: 'rolled-back', command: 'hut add x' });
    expect(readdirSync(root).sort()).toEqual(['a.py', 'b.py']);
    expect(recover(root)).toBeNull();
  });

  it('finishes what was committed, and records the run', () => {
    leaveKilled('after');
    expect(recover(root)).toEqual({ did: 'rolled-forward', command: 'hut add x' });
    expect(readdirSync(root).sort()).toEqual(['.hut', 'a.py', 'c']);
    expect(read('a.py')).toBe('new');
    expect(readRuns(root)).toMatchObject([{ id: '000001', command: 'hut add x' }]);
    expect(recover(root)).toBeNull();
  });

  it('records the run even if somebody has removed the runs', () => {
    leaveKilled('after');
    rmSync(join(root, '.hut/runs'), { recursive: true });
    expect(recover(root)).toMatchObject({ did: 'rolled-forward' });
    expect(readRuns(root)).toHaveLength(1);
  });

  it('comes first in the next commit', () => {
    leaveKilled('after');
    commitFiles(root, { command: 'hut sync', files: [{ path: 'e.py', before: null, after: 'e' }] });
    expect(read('a.py')).toBe('new');
    expect(readRuns(root).map((run) => run.command)).toEqual(['hut sync', 'hut add x']);
  });

  it.each([
    ['edited', 'a.py', 'my edit'],
    ['kept, where the run deletes,', 'b.py', 'my edit'],
    ['written where the run makes one', 'c/d.py', 'mine'],
  ])('refuses to overwrite a file that a person has %s since', (_how, path, text) => {
    leaveKilled('after');
    mkdirSync(join(root, 'c'), { recursive: true });
    writeFileSync(join(root, path), text);
    expect(() => recover(root)).toThrow(
      `${path} was edited before "hut add x", which was killed half-way`,
    );
    expect(read(path)).toBe(text);
    renameSync(join(root, path), join(root, 'aside'));
    expect(recover(root)).toMatchObject({ did: 'rolled-forward' });
    expect(read('a.py')).toBe('new');
    expect(existsSync(join(root, 'b.py'))).toBe(false);
    expect(read('aside')).toBe(text);
  });

  it.each([
    ['is no JSON', '{'],
    ['is no journal', '{"id": "000001"}'],
    ['names a path outside', journal({ path: '../evil' })],
    ['names a hook of git', journal({ path: '.git/hooks/pre-commit' })],
    ['has an id that is a path', journal({}, { id: '../../000001' })],
    ['removes folders elsewhere', journal({}, { folders: ['../elsewhere'] })],
  ])('touches nothing for a journal that %s', (_how, text) => {
    mkdirSync(join(root, '.hut/stage'), { recursive: true });
    writeFileSync(join(root, '.hut/stage/0'), 'evil');
    writeFileSync(join(root, '.hut/journal.json'), text);
    expect(() => recover(root)).toThrow(
      '.hut/journal.json, which a killed run left, cannot be used',
    );
    expect(readdirSync(root).sort()).toEqual(['.hut', 'a.py', 'b.py']);
    expect(readdirSync(join(root, '.hut')).sort()).toEqual(['journal.json', 'stage']);
  });
});

function journal(file: object, run: object = {}): string {
  const files = [{ path: 'a.py', before: null, after: hashBytes('evil'), ...file }];
  return JSON.stringify({ id: '000001', command: 'x', at: '', folders: [], files, ...run });
}
