/**
 * What a disk, another program or a killed command can do to a person who types `hut`: the message says what happened,
 * where, and what to do next; the exit code is 3, and the project is byte for byte as it was.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { failAtEveryCall, requireBuiltHut, runHut, type FailPoint } from '@hut/testing';
import { findLitter, snapshot } from './rings/project-tree.ts';
import { hut } from './rings/shop.ts';

const isRoot = process.getuid?.() === 0;
const add = ['add', 'crud', 'Article', 'title:string', '--yes'];

const home = mkdtempSync(join(tmpdir(), 'hut-disk-'));
const kept = join(home, 'kept');
const root = join(home, 'shop');
beforeAll(() => {
  chmodSync(home, 0o755);
  hut(['build', 'kept', '--yes', '--no-install', '--no-git'], home);
  hut(['add', 'model', 'Note', 'text:string', '--yes'], kept);
});
beforeEach(() => cpSync(kept, root, { recursive: true }));
afterEach(() => {
  spawnSync('chmod', ['-R', 'u+rwX', root]);
  rmSync(root, { recursive: true, force: true });
});
afterAll(() => rmSync(home, { recursive: true }));

const at = (path: string): string => join(root, path);

/** Runs the built `hut` as somebody whom permissions hold: root may write everywhere. */
function runAsOther(words: readonly string[]) {
  const asOther = isRoot ? ['setpriv', '--reuid=1000', '--regid=1000', '--clear-groups'] : [];
  const [program, ...args] = [...asOther, process.execPath, requireBuiltHut(), ...words];
  const ran = spawnSync(program!, args, { cwd: root, encoding: 'utf8', input: '' });
  return { exitCode: ran.status, stderr: ran.stderr };
}

/** The two parts of a refusal, after which nothing has changed. */
function refusalOf(run: () => { exitCode: number | null; stderr: string }): readonly string[] {
  const before = snapshot(root);
  const { exitCode, stderr } = run();
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 3 });
  expect(snapshot(root)).toBe(before);
  return stderr.trim().split('\n');
}

const refusal = (words = add): readonly string[] => refusalOf(() => runHut(words, root));

describe('hut refuses, with the project as it was, when', () => {
  it('a file to write is a link', () => {
    renameSync(at('app/models/__init__.py'), join(home, 'real.py'));
    symlinkSync(join(home, 'real.py'), at('app/models/__init__.py'));
    expect(refusal()).toEqual([
      'cannot write app/models/__init__.py: it is a link.',
      'Move what is in the way, or keep app/models/__init__.py as your own (`own:` in hut.yaml).',
    ]);
  });

  it('a folder leads out of the project', () => {
    renameSync(at('app/models'), join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), at('app/models'));
    const before = snapshot(join(home, 'elsewhere'));
    expect(refusal()[0]).toBe(
      'cannot write app/models/__init__.py: app/models leads out of the project.',
    );
    expect(snapshot(join(home, 'elsewhere'))).toBe(before);
  });

  it('the base leads out of the project', () => {
    renameSync(at('.hut/base'), join(home, 'base'));
    symlinkSync(join(home, 'base'), at('.hut/base'));
    const [message, hint] = refusal();
    expect(message).toMatch(
      /^cannot write \.hut\/base\/.+: \.hut\/base leads out of the project\.$/,
    );
    expect(hint).toBe('Move what is in the way.');
  });

  it('a new file would differ from one that is there in case only', () => {
    writeFileSync(at('app/models/ARTICLE.py'), '');
    expect(refusal()[0]).toBe(
      'cannot write app/models/article.py: ARTICLE.py is there, the same name on macOS and Windows.',
    );
  });

  it('a file stands where a folder is needed', () => {
    writeFileSync(at('app/services'), '');
    expect(refusal()[0]).toBe(
      'cannot write app/services/__init__.py: app/services is a file, not a folder.',
    );
  });

  it('somebody edits a file between the plan and the commit', () => {
    // As an editor that saves while hut is about to write: in the first call that does.
    const editor = join(home, 'editor.cjs');
    const path = JSON.stringify(at('app/models/__init__.py'));
    writeFileSync(
      editor,
      `const fs = require('node:fs'); const { openSync } = fs; let saved = false;
       fs.openSync = (path, flags, ...more) => {
         if (flags === 'wx' && !saved) { saved = true; fs.appendFileSync(${path}, '# saved\\n'); }
         return openSync(path, flags, ...more);
       };
       require('node:module').syncBuiltinESMExports();`,
    );
    const { exitCode, stderr } = runHut(add, root, { NODE_OPTIONS: `--require ${editor}` });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr:
        'app/models/__init__.py was changed by somebody else while the command ran. Nothing was written.\n' +
        'Run the command again: it starts from what is there now.\n',
    });
    rmSync(root, { recursive: true });
    cpSync(kept, root, { recursive: true });
    writeFileSync(at('app/models/__init__.py'), '# saved\n', { flag: 'a' });
    expect(runHut(add, root).exitCode).toBe(0);
  });

  it.each([
    ['lies on another machine', `{"pid":12,"start":"1","host":"another","made":0}`, 'process 12'],
    ['can not be read', '', 'another process'],
  ])('a lock %s', (_how, text, who) => {
    writeFileSync(at('.hut/lock'), text);
    const [message, hint] = refusal();
    expect(message).toContain(`${who}`);
    expect(message).toContain(`is writing in this project (lock: ${at('.hut/lock')})`);
    expect(hint).toContain(`If there is no such process, delete ${at('.hut/lock')}.`);
  });

  it('a journal that came with a clone names a path outside', () => {
    const evil = { path: '../evil', before: null, after: 'a'.repeat(64) };
    const run = { id: '000009', command: 'x', at: '', folders: [], files: [evil] };
    mkdirSync(at('.hut/stage'));
    writeFileSync(at('.hut/stage/0'), 'evil');
    writeFileSync(at('.hut/journal.json'), JSON.stringify(run));
    const [message, hint] = refusal();
    expect(message).toContain('journal.json, which a killed run left, cannot be used: "../evil"');
    expect(hint).toContain('git status');
    expect(existsSync(join(home, 'evil'))).toBe(false);
  });
});

describe('hut, for a user without the right to write, refuses', () => {
  beforeEach(() => {
    if (isRoot) execFileSync('chown', ['-R', '1000:1000', root]);
  });

  it('a read-only folder', () => {
    chmodSync(at('app/models'), 0o555);
    expect(refusalOf(() => runAsOther(add))).toEqual([
      'EACCES: no permission to write in app/models. Nothing was changed.',
      `See who may with ls -ld ${at('app/models')}, then run the command again.`,
    ]);
  });

  it('a folder of its own that it may not read: the project is somebody else’s', () => {
    chmodSync(at('.hut/runs'), 0o000);
    // Not by refusalOf, for the same reason.
    const { exitCode, stderr } = runAsOther(add);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr:
        'cannot read .hut/runs: no permission (EACCES, scandir). Nothing was changed.\n' +
        'Get the right to read and write there, then run the command again.\n',
    });
  });

  it('no read-only file: it is replaced, and stays read-only', () => {
    chmodSync(at('app/models/__init__.py'), 0o444);
    expect(runAsOther(add)).toMatchObject({ exitCode: 0 });
    expect(statSync(at('app/models/__init__.py')).mode & 0o777).toBe(0o444);
    expect(readFileSync(at('app/models/__init__.py'), 'utf8')).toContain('Article');
  });
});

describe('a full disk', () => {
  it('is named, and nothing is written: on a small file system, as root; else by calls that fail', () => {
    const [message, hint] = isRoot ? refusalOnSmallDisk() : refusalByCalls();
    expect(message).toMatch(
      /^cannot write .*: the disk is full \(ENOSPC, \w+\)\. Nothing was changed\.$/,
    );
    expect(hint).toBe('Free some space, then run the command again.');
  });

  function refusalOnSmallDisk(): readonly string[] {
    const mount = join(home, 'small');
    mkdirSync(mount);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', mount]);
    try {
      const small = join(mount, 'shop');
      cpSync(kept, small, { recursive: true });
      const free = Number(
        execFileSync('df', ['--output=avail', '-k', mount], { encoding: 'utf8' }).split('\n')[1],
      );
      writeFileSync(join(mount, 'fill'), Buffer.alloc((free - 60) * 1024));
      const before = snapshot(small);
      const { exitCode, stderr } = runHut(add, small);
      expect(exitCode).toBe(3);
      expect(snapshot(small)).toBe(before);
      expect(findLitter(small)).toEqual([]);
      return stderr.trim().split('\n');
    } finally {
      execFileSync('umount', [mount]);
    }
  }

  function refusalByCalls(): readonly string[] {
    let stderr = '';
    const check = (point: FailPoint): void => {
      stderr = point.stderr;
    };
    const command = [process.execPath, requireBuiltHut(), ...add];
    const fault = { code: 'ENOSPC', calls: 'writes', goesOn: true, within: root } as const;
    failAtEveryCall({ ...fault, command, cwd: root, every: 1000, prepare: () => undefined, check });
    return stderr.trim().split('\n');
  }
});

describe('hut goes on, when', () => {
  it('the holder of a lock is dead', () => {
    const dead = { pid: spawnSync('true').pid, start: '1', host: hostname(), made: 0 };
    writeFileSync(at('.hut/lock'), JSON.stringify(dead));
    expect(runHut(add, root)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(existsSync(at('.hut/lock'))).toBe(false);
  });

  it('four commands run at once: each is done or refused, and what is done is there', async () => {
    const names = ['one', 'two', 'three', 'four'];
    const codes = await Promise.all(
      names.map(
        (name) =>
          new Promise<number | null>((done) => {
            const words = [
              requireBuiltHut(),
              'add',
              'field',
              'Note',
              `${name}:int:optional`,
              '--yes',
            ];
            const running = spawn(process.execPath, words, { cwd: root, stdio: 'ignore' });
            running.once('exit', done);
          }),
      ),
    );
    const yaml = readFileSync(at('hut.yaml'), 'utf8');
    names.forEach((name, index) => {
      expect([0, 3]).toContain(codes[index]);
      expect(yaml.includes(`${name}: int`)).toBe(codes[index] === 0);
    });
    expect(codes).toContain(0);
    expect(runHut(['sync', '--check', '--dry-run'], root)).toMatchObject({ exitCode: 0 });
  });
});

describe('after a command was killed', () => {
  /** Killed by the first call that renames to `path`, before or after it. */
  function killAtRename(path: string, when: 'before' | 'after'): void {
    const killer = join(home, 'killer.cjs');
    const [before, after] = [when === 'before', when === 'after'];
    writeFileSync(
      killer,
      `const fs = require('node:fs'); const { renameSync } = fs;
       fs.renameSync = (from, to) => {
         const here = String(to) === ${JSON.stringify(at(path))};
         if (here && ${before}) process.kill(process.pid, 'SIGKILL');
         renameSync(from, to);
         if (here && ${after}) process.kill(process.pid, 'SIGKILL');
       };
       require('node:module').syncBuiltinESMExports();`,
    );
    const words = [requireBuiltHut(), ...add];
    const env = { ...process.env, NODE_OPTIONS: `--require ${killer}` };
    expect(spawnSync(process.execPath, words, { cwd: root, env }).signal).toBe('SIGKILL');
  }

  it('before it wrote, the next one says that it is taken back', () => {
    const before = snapshot(root);
    killAtRename('.hut/journal.json', 'before');
    const { exitCode, stdout, stderr } = runHut(['sync'], root);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: 'Nothing to do: the project is as hut.yaml says.\n',
      stderr:
        '"hut add crud Article title:string" had been killed while it wrote: it is taken back, the project is as before it.\n',
    });
    expect(snapshot(root)).toBe(before);
  });

  it('while it wrote, the next one says that it is completed', () => {
    killAtRename('app/models/article.py', 'after');
    const { exitCode, stderr } = runHut(add, root);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(
      '"hut add crud Article title:string" had been killed while it wrote: it is completed now.\n',
    );
    expect(stderr).toContain('Article');
    expect(findLitter(root)).toEqual([]);
    expect(runHut(['sync', '--check', '--dry-run'], root)).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
  });

  it('and a person has edited a file that it was writing, it is not overwritten', () => {
    killAtRename('app/factory.py', 'before');
    writeFileSync(at('app/factory.py'), '# mine\n', { flag: 'a' });
    const { exitCode, stderr } = runHut(['sync'], root);
    const [message, hint] = stderr.trim().split('\n');
    expect(exitCode).toBe(3);
    expect(readFileSync(at('app/factory.py'), 'utf8')).toMatch(/# mine\n$/);
    expect(message).toBe(
      'app/factory.py was edited before "hut add crud Article title:string", which was killed half-way, could be finished.',
    );
    expect(hint).toContain(`mv ${at('app/factory.py')} ${at('app/factory.py')}.mine`);
    renameSync(at('app/factory.py'), at('app/factory.py.mine'));
    expect(runHut(['sync'], root).exitCode).toBe(0);
    expect(readFileSync(at('app/factory.py'), 'utf8')).toContain('articles_router');
    expect(readFileSync(at('app/factory.py.mine'), 'utf8')).toContain('# mine');
  });
});
