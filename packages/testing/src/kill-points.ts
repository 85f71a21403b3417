import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { copyTree } from './copy-tree.ts';
import { watchWrites } from './watch-writes.ts';

/*
 *     your command  <-  node --require preload.cjs  (through NODE_OPTIONS: no hook in the product)
 *                           wraps each call of node:fs that writes, counts them,
 *                           and at the k-th kills its own process, or copies the tree
 *
 *     k = 1, 2, 3 ... until the command survives:  prepare -> run -> check
 */

/** A command that may die anywhere, and how to look at what it leaves. */
export interface KillRing {
  /** Program and arguments; node, or something that starts node. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** Makes the tree before each run. */
  readonly prepare: () => void | Promise<void>;
  /** Looks at what a killed run left; throws when that is wrong. */
  readonly check: (at: KillPoint) => void | Promise<void>;
  /** SIGKILL, unless another signal is to be tried. */
  readonly signal?: NodeJS.Signals;
  /** Every how many-th call; 1 (all), unless the command is long. */
  readonly every?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Where a run was killed. */
export interface KillPoint {
  /** The how many-th write, or the how many-th random moment. */
  readonly number: number;
  /** `renameSync /shop/.hut/stage/0`: the call that never happened; `the end` when the run outran the signal. */
  readonly call: string;
}

/** How many runs were killed, and how many came through. */
export interface RingCounts {
  readonly killed: number;
  readonly survived: number;
}

/** Kills the command before each of its writes in turn. Rejects when it fails unkilled, or what `check` throws. */
export async function killAtEveryWrite(ring: KillRing): Promise<RingCounts> {
  const bench = setUp();
  try {
    for (let number = 1, killed = 0; ; number += ring.every ?? 1, killed++) {
      await ring.prepare();
      const ran = run(ring, bench, { do: 'kill', at: number, signal: ring.signal ?? 'SIGKILL' });
      const call = takeReport(bench);
      if (call === undefined) {
        requireSuccess(ring, ran);
        return { killed, survived: 1 };
      }
      await ring.check({ number, call });
    }
  } finally {
    rmSync(bench.folder, { recursive: true });
  }
}

/** Kills the command at random moments between its first write and its end. Rejects as killAtEveryWrite does. */
export async function killAtRandomTimes(
  ring: KillRing & { readonly times: number },
): Promise<RingCounts> {
  const bench = setUp();
  let killed = 0;
  try {
    await ring.prepare();
    const whole = await runUntil(ring, bench, undefined);
    for (let number = 1; number <= ring.times; number++) {
      await ring.prepare();
      const ended = await runUntil(ring, bench, Math.random() * whole.milliseconds);
      if (ended.wasKilled) killed++;
      await ring.check({ number, call: ended.wasKilled ? 'a random moment' : 'the end' });
    }
    return { killed, survived: ring.times - killed };
  } finally {
    rmSync(bench.folder, { recursive: true });
  }
}

/**
 * Runs the command once and copies `from` to `into/<n>` before its n-th write: the trees that kills
 * would leave, without the kills, where there are too many for a process each. Returns the copies;
 * there is none while there is no `from`.
 */
export function keepEveryState(
  ring: Pick<KillRing, 'command' | 'cwd' | 'env'>,
  from: string,
  into: string,
): readonly string[] {
  const bench = setUp();
  try {
    requireSuccess(ring, run(ring, bench, { do: 'copy', from, into }));
    return readdirSync(into).map((number) => join(into, number));
  } finally {
    rmSync(bench.folder, { recursive: true });
  }
}

type Fault =
  | { readonly do: 'kill'; readonly at: number; readonly signal: NodeJS.Signals }
  | { readonly do: 'copy'; readonly from: string; readonly into: string }
  | { readonly do: 'announce' };

interface Bench {
  readonly folder: string;
  readonly preload: string;
  readonly report: string;
}

function setUp(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'hut-kill-'));
  const bench = { folder, preload: join(folder, 'preload.cjs'), report: join(folder, 'report') };
  // Called with each other, not by name: a bundler may have given them other names.
  const [watch, copy] = [watchWrites.toString(), copyTree.toString()];
  writeFileSync(bench.preload, `(${preload.toString()})(${watch}, ${copy});\n`);
  return bench;
}

function environment(ring: Pick<KillRing, 'env'>, bench: Bench, fault: Fault) {
  const preloaded = `${process.env['NODE_OPTIONS'] ?? ''} --require ${bench.preload}`;
  const hut = { HUT_FAULT: JSON.stringify(fault), HUT_FAULT_REPORT: bench.report };
  return { ...process.env, ...ring.env, NODE_OPTIONS: preloaded.trim(), ...hut };
}

function run(ring: Pick<KillRing, 'command' | 'cwd' | 'env'>, bench: Bench, fault: Fault) {
  const [program, ...args] = ring.command;
  return spawnSync(program!, args, {
    cwd: ring.cwd,
    env: environment(ring, bench, fault),
    encoding: 'utf8',
    timeout: 120_000,
  });
}

function takeReport(bench: Bench): string | undefined {
  if (!existsSync(bench.report)) return undefined;
  const call = readFileSync(bench.report, 'utf8');
  rmSync(bench.report);
  return call;
}

function requireSuccess(ring: Pick<KillRing, 'command'>, ran: SpawnSyncReturns<string>): void {
  if (ran.status === 0) return;
  const ending = ran.error?.message ?? ran.signal ?? `exit ${String(ran.status)}`;
  throw new Error(`${ring.command.join(' ')}: ${ending}\n${ran.stdout}${ran.stderr}`);
}

/** Kills so long after the first write; never, when no time is given. */
function runUntil(
  ring: KillRing,
  bench: Bench,
  after: number | undefined,
): Promise<{ readonly wasKilled: boolean; readonly milliseconds: number }> {
  const [program, ...args] = ring.command;
  const env = environment(ring, bench, { do: 'announce' });
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'] as const;
  const child = spawn(program!, args, { cwd: ring.cwd, env, stdio: [...stdio] });
  return new Promise((done, fail) => {
    let began = performance.now();
    child.stdio[3]!.once('data', () => {
      began = performance.now();
      if (after !== undefined) setTimeout(() => child.kill(ring.signal ?? 'SIGKILL'), after);
    });
    child.once('error', fail);
    child.once('exit', (_code, signal) => {
      done({ wasKilled: signal !== null, milliseconds: performance.now() - began });
    });
  });
}

/** What runs in the child, as text: it may use nothing of this file. */
function preload(watch: typeof watchWrites, copy: typeof copyTree): void {
  const fs = process.getBuiltinModule('node:fs');
  const fault = JSON.parse(process.env['HUT_FAULT']!) as Fault;
  let count = 0;

  watch(fs, (call, path) => {
    // What a kill leaves before an fsync, it also leaves after it.
    if (call.startsWith('f') && call.includes('sync')) return;
    count++;
    if (fault.do === 'copy') {
      if (fs.existsSync(fault.from)) copy(fs, fault.from, `${fault.into}/${String(count)}`);
    } else if (fault.do === 'kill' && count === fault.at) {
      fs.writeFileSync(process.env['HUT_FAULT_REPORT']!, `${call} ${path}`);
      process.kill(process.pid, fault.signal);
    } else if (fault.do === 'announce' && count === 1) {
      fs.writeSync(3, 'writing');
    }
  });
}
