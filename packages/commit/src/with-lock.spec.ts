import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

import type { HutError } from '@hut/errors';

import { recover, withLock } from './commit.ts';
import { buildChild } from './faults/build-child.ts';

let root: string;
let lock: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hut-lock-'));
  lock = join(root, '.hut/lock');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(root, { recursive: true });
});

function leaveLock(holder: object | string, name = 'lock'): void {
  mkdirSync(join(root, '.hut'), { recursive: true });
  const text = typeof holder === 'string' ? holder : JSON.stringify(holder);
  writeFileSync(join(root, '.hut', name), text);
}

function refusal(): HutError {
  try {
    withLock(root, () => undefined);
  } catch (error) {
    return error as HutError;
  }
  throw new Error('it was not refused');
}

/** A pid that nobody has any more. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('withLock', () => {
  it('holds the lock while it works, and leaves nothing', () => {
    const seen = withLock(root, () => JSON.parse(readFileSync(lock, 'utf8')) as { pid: number });
    expect(seen.pid).toBe(process.pid);
    expect(readdirSync(root)).toEqual([]);
  });

  it('gives the lock back when the work fails', () => {
    expect(() =>
      withLock(root, () => {
        throw new Error('the work failed');
      }),
    ).toThrow('the work failed');
    expect(readdirSync(root)).toEqual([]);
  });

  it('may be nested', () => {
    expect(withLock(root, () => withLock(root, () => existsSync(lock)))).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  it('leaves what was in .hut before', () => {
    mkdirSync(join(root, '.hut/base'), { recursive: true });
    withLock(root, () => undefined);
    expect(readdirSync(join(root, '.hut'))).toEqual(['base']);
  });

  it('refuses while another process holds the lock, and names it; takes over when that is killed', async () => {
    const bundle = buildChild('lock');
    const child = spawn(process.execPath, [bundle, 'hold', root]);
    children.push(child);
    await new Promise((done) => child.stdout.once('data', done));
    expect(refusal()).toMatchObject({ id: 'locked', exitCode: 3 });
    expect(refusal().message).toBe(
      `process ${String(child.pid)} is writing in this project (lock: ${lock}).`,
    );
    expect(refusal().hint).toContain(`delete ${lock}`);
    expect(() => recover(root)).toThrow('is writing in this project');
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    expect(withLock(root, () => 'done')).toBe('done');
    expect(readdirSync(root)).toEqual([]);
    rmSync(bundle);
  });

  it('takes over the lock of a process that is gone', () => {
    leaveLock({ pid: deadPid(), start: '1', host: hostname(), made: 1 });
    expect(withLock(root, () => 'done')).toBe('done');
    expect(readdirSync(root)).toEqual([]);
  });

  it('takes over a lock whose pid another process has by now', () => {
    // Without /proc nobody can tell, and the lock is honoured.
    leaveLock({ pid: process.ppid, start: '1', host: hostname(), made: 1 });
    if (existsSync('/proc/self/stat')) expect(withLock(root, () => 'done')).toBe('done');
    else expect(refusal().id).toBe('locked');
  });

  it('takes over from one that was killed while it took over', () => {
    for (const name of ['lock', 'lock+', 'lock++'])
      leaveLock({ pid: deadPid(), start: '1', host: hostname(), made: 1 }, name);
    expect(withLock(root, () => 'done')).toBe('done');
    expect(readdirSync(root)).toEqual([]);
  });

  it('refuses while another one takes over', () => {
    leaveLock({ pid: deadPid(), start: '1', host: hostname(), made: 1 });
    leaveLock({ pid: process.pid, start: '', host: 'elsewhere', made: 1 }, 'lock+');
    expect(refusal().message).toContain(`process ${String(process.pid)} on elsewhere`);
    expect(readdirSync(join(root, '.hut')).sort()).toEqual(['lock', 'lock+']);
  });

  it.each(['', '{', 'null', '{"pid": 1}'])('honours a lock that it can not read: %j', (text) => {
    leaveLock(text);
    expect(refusal()).toMatchObject({ id: 'locked' });
    expect(refusal().hint).toContain(lock);
  });

  it('refuses a .hut that leads elsewhere', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hut-elsewhere-'));
    symlinkSync(elsewhere, join(root, '.hut'));
    expect(refusal()).toMatchObject({ id: 'strange-folder' });
    rmSync(join(root, '.hut'));
    mkdirSync(join(root, '.hut'));
    symlinkSync(elsewhere, join(root, '.hut/runs'));
    expect(refusal().message).toContain('.hut/runs is not a folder');
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });
});
