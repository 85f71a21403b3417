/**
 * A whole `hut` command killed before each of its writes, at random moments, and again in what recovers from that:
 * the project is wholly as before or wholly as after, and nothing is left over.
 *
 *     start -> keep a copy -> [ lay the copy out -> run, killed -> recover -> compare ], so often
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recover } from '@hut/commit';
import {
  killAtEveryWrite,
  killAtRandomTimes,
  killTwice,
  requireBuiltHut,
  type KillPoint,
} from '@hut/testing';
import { findLitter, snapshot } from './project-tree.ts';
import { hut } from './shop.ts';

/** Random moments of all rings of kills together; an eighth as many are killed a second time, and some of each command. */
const randomKills = Number(process.env.RANDOM_KILLS ?? 1000);

/** Fewer than these may all come after the end of what recovers. */
const leastTwice = 20;

/** Every how many-th write the command is killed at; each, unless the ring has no time for that. */
const every = Number(process.env.KILL_EVERY ?? 1);

/** Every how many-th killed project is settled by the next `hut`, and not by recovery alone. */
const settledByHut = 20;

/** A command to kill. */
export interface KilledCommand {
  readonly name: string;
  /** Makes the project that the command meets; there is none without. */
  readonly start?: (root: string) => void;
  /** The words behind `hut`, in the folder above the project. */
  readonly words: readonly string[];
  /** Its part of the random kills. */
  readonly share: number;
  /** How many writes it has at least: fewer would mean that the ring looks at the wrong thing. */
  readonly leastWrites: number;
}

/** The tests of one command. */
export function itSurvivesKills({ name, start, words, share, leastWrites }: KilledCommand): void {
  const parent = mkdtempSync(join(tmpdir(), 'hut-kill-'));
  const [root, kept] = [join(parent, 'shop'), join(parent, 'kept')];
  const random = Math.round(randomKills * share);
  const found = { before: 0, after: 0 };
  let [before, after] = ['', ''];
  let writes = 0;

  beforeAll(() => {
    start?.(root);
    before = snapshot(root);
    if (start !== undefined) cpSync(root, kept, { recursive: true });
    hut(words, parent);
    after = snapshot(root);
    expect(after).not.toBe(before);
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  const check = (at: KillPoint): void => {
    settle(root, at.number);
    const tree = snapshot(root);
    if (tree !== before && tree !== after)
      throw new Error(`mixed after the kill at ${at.number} (${at.call})`);
    found[tree === before ? 'before' : 'after']++;
    expect(findLitter(root)).toEqual([]);
  };
  const ring = {
    command: [process.execPath, requireBuiltHut(), ...words],
    cwd: parent,
    prepare: () => {
      rmSync(root, { recursive: true, force: true });
      if (start !== undefined) cpSync(kept, root, { recursive: true });
    },
    check,
  };
  const tell = (kills: string): void => {
    process.stdout.write(
      `${name}: ${kills}: ${found.before} as before, ${found.after} as after, 0 mixed\n`,
    );
    [found.before, found.after] = [0, 0];
  };

  it('survives a kill at every write', async () => {
    const { killed } = await killAtEveryWrite({ ...ring, every });
    writes = killed * every;
    tell(`${killed} kills at ${writes} writes`);
    expect(writes).toBeGreaterThan(leastWrites);
  });

  it('survives kills at random moments', async () => {
    const { killed, survived } = await killAtRandomTimes({ ...ring, times: random });
    tell(`${random} kills at random moments (${survived} came after its end)`);
    expect(killed).toBeGreaterThan(random / 10);
  });

  it('survives a kill of the command that recovers', async () => {
    // A first build that came to nothing is recovered by the same words again; a project by any command.
    const next = start === undefined ? words : ['sync', '--dry-run', '-C', root];
    const recovery = { command: [process.execPath, requireBuiltHut(), ...next], cwd: parent };
    const times = Math.max(leastTwice, Math.round(random / 8));
    const { killed } = await killTwice({ ...ring, recovery, times, writes });
    tell(`${times} killed twice (${killed} within the recovery)`);
    expect(killed).toBeGreaterThan(0);
  });
}

/** What a person would do next: most times only what every command does first, which is much quicker. */
function settle(root: string, number: number): void {
  if (number % settledByHut === 0 && existsSync(join(root, 'hut.yaml')))
    hut(['sync', '--yes'], root);
  else recover(root);
}
