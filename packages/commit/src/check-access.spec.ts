import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildChild } from './faults/build-child.ts';
import { judge, layOut, scenarios } from './faults/scenario.ts';

let home: string;
let child: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hut-access-'));
  child = join(home, 'child.cjs');
  const bundle = buildChild('access');
  copyFileSync(bundle, child);
  rmSync(bundle);
  chmodSync(home, 0o755);
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

/** What a commit is refused with for somebody who is not root: root may write everywhere. */
function refusal(root: string) {
  const who = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
  const ran = spawnSync(process.execPath, [child, 'refusal', root, 'growth'], {
    encoding: 'utf8',
    ...who,
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as { id: string; message: string } | null;
}

/** Gives a tree to the one who commits. */
function give(root: string): void {
  if (process.getuid?.() === 0) spawnSync('chown', ['-R', '1000:1000', root]);
}

describe('a commit without permission', () => {
  const root = () => join(home, 'shop');
  beforeEach(() => {
    layOut(root(), scenarios.growth);
    give(root());
  });
  afterEach(() => {
    spawnSync('chmod', ['-R', 'u+w', root()]);
  });

  it('names the folder and writes nothing', () => {
    chmodSync(join(root(), 'bin'), 0o555);
    expect(refusal(root())).toEqual({
      id: 'no-permission',
      message: 'EACCES: no permission to write in bin. Nothing was changed.',
    });
    expect(judge(root(), scenarios.growth)).toBe('old');
    expect(readdirSync(join(root(), '.hut'))).toEqual(['base']);
  });

  it('names the project when that is read-only', () => {
    chmodSync(root(), 0o555);
    expect(refusal(root())?.message).toContain(`no permission to write in ${root()}`);
  });

  it('names the folder that a first build would be made in', () => {
    const where = join(root(), 'bin');
    chmodSync(where, 0o555);
    expect(refusal(join(where, 'deep/new'))?.message).toContain(`no permission to write in`);
    expect(readdirSync(where)).toEqual(['run']);
  });

  it('is none when only a file is read-only', () => {
    chmodSync(join(root(), 'app/main.py'), 0o444);
    expect(refusal(root())).toBeNull();
  });
});
