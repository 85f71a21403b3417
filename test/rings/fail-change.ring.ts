/**
 * A whole `hut` command whose disk fails at one call after the other: it says what happened and what to do, and leaves
 * the project as it was, or wholly as it would be.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recover } from '@hut/commit';
import { failAtEveryCall, requireBuiltHut, runHut, type FailPoint } from '@hut/testing';
import { findLitter, snapshot } from './project-tree.ts';
import { hut, startEdited } from './shop.ts';

/** How the disk fails, at every how many-th call, and the exit codes that a command may end with then. */
const failures = [
  { code: 'ENOSPC', calls: 'writes', goesOn: false, every: 5, ends: [0, 3] },
  // A disk that dies.
  { code: 'EIO', calls: 'writes', goesOn: true, every: 5, ends: [0, 3] },
  { code: 'EACCES', calls: 'writes', goesOn: false, every: 9, ends: [0, 3] },
  // A file that can't be read is a decision for a person: 2.
  { code: 'EIO', calls: 'reads', goesOn: false, every: 25, ends: [0, 2, 3] },
] as const;

const parent = mkdtempSync(join(tmpdir(), 'hut-fail-'));
const [root, kept] = [join(parent, 'shop'), join(parent, 'kept')];
const words = ['sync', '--yes', '-C', 'shop'];
let [before, after] = ['', ''];

beforeAll(() => {
  startEdited(root);
  cpSync(root, kept, { recursive: true });
  before = snapshot(root);
  hut(words, parent);
  after = snapshot(root);
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const prepare = (): void => {
  rmSync(root, { recursive: true, force: true });
  cpSync(kept, root, { recursive: true });
};

/** As a person reads it: what happened, what became of the project, what to do next. */
function expectClear({ call, stderr }: FailPoint): void {
  const isClear = !/defect|\n +at /.test(stderr) && stderr.trim().includes('\n');
  if (!isClear) throw new Error(`${call}: ${stderr}`);
}

/** What the exit code says is what there is. */
function expectTree({ call, exitCode, stderr }: FailPoint): void {
  if (snapshot(root) !== (exitCode === 0 ? after : before))
    throw new Error(`exit ${exitCode}, and another tree, after ${call}: ${stderr}`);
}

describe.each(failures)(
  'a disk that says $code to $calls (for good: $goesOn)',
  ({ ends, ...failure }) => {
    it('leaves the project as it was, or finished, and says so', () => {
      const counts = { 'as before': 0, done: 0, 'told to be half written': 0 };
      const check = (point: FailPoint): void => {
        expect(ends).toContain(point.exitCode);
        if (point.exitCode !== 0) expectClear(point);
        const isHalf = point.stderr.includes('half written');
        if (isHalf && !failure.goesOn) throw new Error(`${point.call}: ${point.stderr}`);
        if (isHalf) counts['told to be half written']++;
        else expectTree(point);
        if (!isHalf) counts[point.exitCode === 0 ? 'done' : 'as before']++;
        recover(root);
        expect([before, after]).toContain(snapshot(root));
        expect(findLitter(root)).toEqual([]);
      };
      const command = [process.execPath, requireBuiltHut(), ...words];
      const failed = failAtEveryCall({
        ...failure,
        command,
        cwd: parent,
        within: root,
        prepare,
        check,
      });
      process.stdout.write(
        `${failure.code} at ${failed} ${failure.calls}: ${JSON.stringify(counts)}\n`,
      );
      expect(failed).toBeGreaterThan(10);
    });
  },
);

/** Kilobytes that are left on a small disk: from too few for the lock to enough for all. */
const levels = Array.from({ length: 30 }, (_, level) => level * 16);

/** Only root may mount; for others the row of ENOSPC above is all there is. */
const small =
  process.getuid?.() === 0 ? ([['root', levels]] as const) : ([['others', []]] as const);

describe.each(small)('a small disk that fills up (%s)', (_who, free) => {
  it('holds the project as it was, or finished', () => {
    const mount = join(parent, 'small');
    const counts = { 'as before': 0, done: 0 };
    for (const kilobytes of free) {
      mkdirSync(mount, { recursive: true });
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', mount]);
      try {
        const project = join(mount, 'shop');
        cpSync(kept, project, { recursive: true });
        fill(mount, kilobytes);
        const { exitCode, stderr } = runHut(['sync', '--yes'], project);
        expect({
          kilobytes,
          exitCode,
          isWhole: snapshot(project) === (exitCode === 0 ? after : before),
        }).toEqual({ kilobytes, exitCode, isWhole: true });
        if (exitCode !== 0) expect(stderr).toContain('the disk is full (ENOSPC');
        expect(findLitter(project)).toEqual([]);
        counts[exitCode === 0 ? 'done' : 'as before']++;
      } finally {
        execFileSync('umount', [mount]);
      }
    }
    process.stdout.write(`a disk with 0 to ${levels.at(-1)} KiB left: ${JSON.stringify(counts)}\n`);
    if (free.length > 0) expect(Math.min(counts.done, counts['as before'])).toBeGreaterThan(2);
  });
});

/** Leaves so much room on a file system. */
function fill(mount: string, kilobytes: number): void {
  const told = execFileSync('df', ['--output=avail', '-k', mount], { encoding: 'utf8' });
  const room = Number(told.split('\n')[1]);
  writeFileSync(join(mount, 'fill'), Buffer.alloc((room - kilobytes) * 1024));
}
