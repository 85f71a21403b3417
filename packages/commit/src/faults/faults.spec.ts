import { spawn, spawnSync } from 'node:child_process';
import {
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
  keepEveryState,
  killAtEveryWrite,
  killAtRandomTimes,
} from '../../../testing/src/kill-points.ts';
import { recover } from '../commit.ts';
import { buildChild } from './build-child.ts';
import { findLitter, judge, layOut, scenarios } from './scenario.ts';

/** HUT_FAULTS=all: half a minute more, for every point of every scenario; HUT_RANDOM_KILLS=500: so many. */
const isThorough = process.env['HUT_FAULTS'] === 'all';

let child: string;
let home: string;
beforeAll(() => {
  child = buildChild('faults');
});
afterAll(() => {
  rmSync(child);
});
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hut-faults-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

/** Runs a verb of the child; returns what it printed, and dies with it. */
function ask(...args: readonly string[]): Record<string, number> {
  const ran = spawnSync(process.execPath, [child, ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stdout}${ran.stderr}`);
  return JSON.parse(ran.stdout) as Record<string, number>;
}

/** Counts what is found, and insists that it is wholly old or wholly new, with nothing left over. */
function tallyWhole(root: string, name: keyof typeof scenarios) {
  const counts = { old: 0, new: 0 };
  const look = (where: string): void => {
    const found = judge(root, scenarios[name]);
    expect({ where, found, litter: findLitter(root) }).toEqual({
      where,
      found: expect.stringMatching(/^(old|new)$/),
      litter: [],
    });
    counts[found as 'old' | 'new']++;
  };
  return { counts, look };
}

function report(ring: string, counts: unknown): void {
  process.stderr.write(`  ${ring}: ${JSON.stringify(counts)}\n`);
}

/** EXDEV also makes every before-image a copy. */
function codes(name: string): readonly string[] {
  if (isThorough) return ['ENOSPC', 'EIO', 'EXDEV'];
  return name === 'growth' ? ['ENOSPC', 'EXDEV'] : ['EIO'];
}

/** The id of the error for a code of the disk. */
const SAID: Readonly<Record<string, string>> = {
  ENOSPC: 'no-space',
  EIO: 'write-failed',
  EXDEV: 'other-filesystem',
};

/** For a machine that has much else to do. */
const PATIENCE = 180_000;

describe.each(['growth', 'first-build'] as const)('a commit (%s)', (name) => {
  it(
    'that is killed at any write is wholly old or wholly new after recovery',
    async () => {
      const root = join(home, 'shop');
      const { counts, look } = tallyWhole(root, name);
      const ring = await killAtEveryWrite({
        command: [process.execPath, child, 'commit', root, name],
        cwd: home,
        every: name === 'growth' || isThorough ? 1 : 3,
        prepare: () => {
          layOut(root, scenarios[name]);
        },
        check: ({ number, call }) => {
          recover(root);
          look(`${String(number)} ${call}`);
          expect(recover(root)).toBeNull();
          // Killed in the first five, which make the folder and its lock, it may leave the folder
          // empty: nothing can tell yet whose that is.
          if (existsSync(root) && number > 5) expect(readdirSync(root)).not.toEqual([]);
        },
      });
      report(`killed at every write, ${name}`, { ...ring, ...counts });
      expect(counts.old).toBeGreaterThan(4);
      expect(counts.new).toBeGreaterThan(4);
    },
    PATIENCE,
  );

  it(
    'that is interrupted at any write is wholly old or new at once, without recovery',
    async () => {
      const root = join(home, 'shop');
      const { counts, look } = tallyWhole(root, name);
      const ring = await killAtEveryWrite({
        command: [process.execPath, child, 'commit', root, name],
        cwd: home,
        signal: 'SIGINT',
        every: 8,
        prepare: () => {
          layOut(root, scenarios[name]);
        },
        check: ({ number, call }) => {
          look(`${String(number)} ${call}`);
        },
      });
      report(`interrupted at every eighth write, ${name}`, { ...ring, ...counts });
      expect(counts.new).toBe(ring.killed);
    },
    PATIENCE,
  );

  it.each(codes(name))(
    'whose disk fails once with %s, at any write, is wholly old or new without recovery',
    (code) => {
      const failed = ask('fail-everywhere', home, name, code, 'once');
      const recovered = ask('recover-all', home, name);
      report(`${code} at every write, ${name}`, { failed, recovered });
      // What the commit says is what it did.
      expect(Object.keys(failed).sort()).toEqual(['new, done', `old, ${SAID[code]!}`]);
      expect(Object.keys(recovered).sort()).toEqual(['new', 'old']);
    },
    PATIENCE,
  );

  it(
    'whose disk fails for good at any write is wholly old or new after recovery',
    () => {
      const failed = ask('fail-everywhere', home, name, 'EIO', 'on');
      const recovered = ask('recover-all', home, name);
      const isMixed = ([found]: [string, number]) => found.startsWith('neither');
      const mixed = Object.entries(failed).filter(isMixed);
      const whole = Object.entries(failed).filter((entry) => !isMixed(entry));
      const shown = { ...Object.fromEntries(whole), mixed: mixed.length };
      report(`a disk that dies at every write, ${name}`, { failed: shown, recovered });
      for (const [found] of mixed) expect(found).toMatch(/, half-written$/);
      for (const [found] of whole) expect(found).toMatch(/^(old, .*|new, done|new, half-written)$/);
      expect(Object.keys(recovered).sort()).toEqual(['new', 'old']);
    },
    PATIENCE,
  );

  it(
    'that is killed at random moments is wholly old or wholly new after recovery',
    async () => {
      const root = join(home, 'shop');
      const { counts, look } = tallyWhole(root, name);
      const ring = await killAtRandomTimes({
        command: [process.execPath, child, 'commit', root, name],
        cwd: home,
        times: Number(process.env['HUT_RANDOM_KILLS'] ?? 30),
        prepare: () => {
          layOut(root, scenarios[name]);
        },
        check: ({ number }) => {
          recover(root);
          look(`random ${String(number)}`);
        },
      });
      report(`killed at random, ${name}`, { ...ring, ...counts });
    },
    PATIENCE,
  );
});

describe.each(isThorough ? (['growth', 'first-build', 'small'] as const) : (['small'] as const))(
  'a recovery (%s)',
  (name) => {
    it('that is killed at any write is finished by the next one', () => {
      const root = join(home, 'shop');
      const [once, twice] = [join(home, 'once'), join(home, 'twice')];
      layOut(root, scenarios[name]);
      mkdirSync(twice);
      const command = [process.execPath, child, 'commit', root, name];
      const single = keepEveryState({ command, cwd: home }, root, once).length;
      const double = ask('recover-watched', once, twice);
      const recovered = {
        once: ask('recover-all', once, name),
        twice: ask('recover-all', twice, name),
      };
      report(`killed again in the recovery, ${name}`, { single, double, ...recovered });
      for (const found of Object.values(recovered))
        expect(Object.keys(found).sort()).toEqual(['new', 'old']);
    });
  },
);

describe('four commands at once', () => {
  it(
    'lose no update',
    async () => {
      const root = join(home, 'shop');
      mkdirSync(root);
      writeFileSync(join(root, 'count'), '0');
      const outcomes = await Promise.all(
        [1, 2, 3, 4].map(
          () =>
            new Promise<Record<string, number>>((done) => {
              const running = spawn(process.execPath, [child, 'increment', root, '60']);
              let text = '';
              running.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
              running.on('exit', () => {
                done(JSON.parse(text) as Record<string, number>);
              });
            }),
        ),
      );
      report('four at once', outcomes);
      const done = outcomes.reduce((sum, outcome) => sum + (outcome['done'] ?? 0), 0);
      expect(Number(readFileSync(join(root, 'count'), 'utf8'))).toBe(done);
      expect(done).toBeGreaterThan(0);
      expect(outcomes.flatMap(Object.keys)).not.toContain('write-failed');
    },
    PATIENCE,
  );
});
