/**
 * `hut build` killed before each of its writes and at random moments: after the next command the project is
 * wholly as before or wholly as after.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  killAtEveryWrite,
  killAtRandomTimes,
  requireBuiltHut,
  runHut,
  type KillRing,
} from '@hut/testing';

const parent = mkdtempSync(join(tmpdir(), 'hut-kill-'));
const root = join(parent, 'shop');
const build = ['build', 'shop', '--yes', '--no-install', '--no-git'];
const change = ['build', '--yes', '--python', '3.12'];
const randomKills = Number(process.env.RANDOM_KILLS ?? 300);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** The project as one text: every path and its content. Records of runs are this machine's, and stay out. */
function snapshot(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.hut/runs/'))
    .sort()
    .map((path) => `${path}\n${readFileSync(join(folder, path), 'utf8')}`)
    .join('\n');
}

function hut(args: readonly string[], cwd: string): void {
  const { exitCode, stderr } = runHut(args, cwd);
  if (exitCode !== 0) throw new Error(stderr);
}

function expectOneOf(trees: readonly string[], at: { number: number; call: string }): void {
  if (!trees.includes(snapshot(root)))
    throw new Error(`mixed after the kill at ${at.number} (${at.call})`);
}

function emptyParent(): void {
  rmSync(root, { recursive: true, force: true });
}

describe('a first build', () => {
  const firstBuild: KillRing = {
    command: [process.execPath, requireBuiltHut(), ...build],
    cwd: parent,
    prepare: emptyParent,
    check: (at) => {
      hut(build, parent);
      expectOneOf([built], at);
    },
  };
  let built = '';
  beforeAll(() => {
    emptyParent();
    hut(build, parent);
    built = snapshot(root);
  });

  it('survives a kill at every write', async () => {
    const { killed } = await killAtEveryWrite(firstBuild);
    process.stdout.write(`first build: ${killed} kills at writes, 0 mixed\n`);
    expect(killed).toBeGreaterThan(100);
  });

  it('survives kills at random moments', async () => {
    const { killed } = await killAtRandomTimes({ ...firstBuild, times: randomKills / 2 });
    process.stdout.write(`first build: ${killed} kills at random moments, 0 mixed\n`);
  });
});

describe('a run over an edited project with a changed option', () => {
  const kept = join(parent, 'kept');
  const changedRun: KillRing = {
    command: [process.execPath, requireBuiltHut(), ...change],
    cwd: root,
    prepare: () => {
      emptyParent();
      mkdirSync(root);
      cpSync(kept, root, { recursive: true });
    },
    check: (at) => {
      hut(['build', '--yes'], root);
      expectOneOf([before, after], at);
    },
  };
  let [before, after] = ['', ''];
  beforeAll(() => {
    emptyParent();
    hut(build, parent);
    const readme = join(root, 'README.md');
    writeFileSync(readme, `${readFileSync(readme, 'utf8')}\nOurs.\n`);
    before = snapshot(root);
    cpSync(root, kept, { recursive: true });
    hut(change, root);
    after = snapshot(root);
    expect(after).not.toBe(before);
  });

  it('survives a kill at every write', async () => {
    const { killed } = await killAtEveryWrite(changedRun);
    process.stdout.write(`changed run: ${killed} kills at writes, 0 mixed\n`);
    expect(killed).toBeGreaterThan(20);
  });

  it('survives kills at random moments', async () => {
    const { killed } = await killAtRandomTimes({ ...changedRun, times: randomKills / 2 });
    process.stdout.write(`changed run: ${killed} kills at random moments, 0 mixed\n`);
  });
});
