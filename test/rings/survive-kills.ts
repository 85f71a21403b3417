/**
 * `hut build` killed before each of its writes and at random moments: after the next command the project is
 * wholly as before or wholly as after.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  killAtEveryWrite,
  killAtRandomTimes,
  runHut,
  type KillPoint,
  type KillRing,
} from '@hut/testing';

/** Moments at which each of the two rings kills, besides every write. */
const randomKills = Number(process.env.RANDOM_KILLS ?? 300) / 2;

/** The folder of a ring, and the project in it. */
export const parent = mkdtempSync(join(tmpdir(), 'hut-kill-'));
export const root = join(parent, 'shop');
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** The project as one text: every path and its content. Records of runs are this machine's, and stay out. */
export function snapshot(): string {
  if (!existsSync(root)) return '';
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('.hut/runs/'))
    .sort()
    .map((path) => `${path}\n${readFileSync(join(root, path), 'utf8')}`)
    .join('\n');
}

/** Runs hut; throws what it says when it fails. */
export function hut(args: readonly string[], cwd: string): void {
  const { exitCode, stderr } = runHut(args, cwd);
  if (exitCode !== 0) throw new Error(stderr);
}

/** Throws when the project is none of these trees. */
export function expectOneOf(trees: readonly string[], at: KillPoint): void {
  if (!trees.includes(snapshot()))
    throw new Error(`mixed after the kill at ${at.number} (${at.call})`);
}

/** The two tests of one ring. */
export function itSurvivesKills(name: string, ring: KillRing, leastWrites: number): void {
  it('survives a kill at every write', async () => {
    const { killed } = await killAtEveryWrite(ring);
    process.stdout.write(`${name}: ${killed} kills at writes, 0 mixed\n`);
    expect(killed).toBeGreaterThan(leastWrites);
  });

  it('survives kills at random moments', async () => {
    const { killed, survived } = await killAtRandomTimes({ ...ring, times: randomKills });
    process.stdout.write(
      `${name}: ${killed} kills at random moments (${survived} came too late), 0 mixed\n`,
    );
    expect(killed).toBeGreaterThan(randomKills / 10);
  });
}
