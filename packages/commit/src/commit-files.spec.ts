import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { commitFiles, hashBytes, readBefore, readRuns } from './commit.ts';

let home: string;
let root: string;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hut-commit-'));
  root = join(home, 'shop');
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

describe('commitFiles', () => {
  it('makes a project where there is no folder yet', () => {
    const run = commitFiles(root, {
      command: 'hut build shop',
      files: [
        { path: 'app/main.py', before: null, after: 'app = 1\n' },
        { path: '.env', before: null, after: 'KEY=x\n', mode: 0o600, secret: true },
        { path: '.hut/base/app/main.py', before: null, after: 'app = 1\n' },
      ],
    });
    expect(read('app/main.py')).toBe('app = 1\n');
    expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
    expect(readRuns(root)).toEqual([run]);
    expect(readdirSync(join(root, '.hut')).sort()).toEqual(['base', 'runs']);
  });

  it('updates, deletes, and keeps what was there before', () => {
    write('a.py', 'old');
    write('gone/b.py', 'b');
    const run = commitFiles(root, {
      command: 'hut sync',
      files: [
        { path: 'a.py', before: hashBytes('old'), after: 'new' },
        { path: 'gone/b.py', before: hashBytes('b'), after: null },
      ],
    });
    expect(read('a.py')).toBe('new');
    expect(existsSync(join(root, 'gone'))).toBe(false);
    expect(Buffer.from(readBefore(root, run, 'a.py')!).toString()).toBe('old');
    expect(Buffer.from(readBefore(root, run, 'gone/b.py')!).toString()).toBe('b');
  });
});
