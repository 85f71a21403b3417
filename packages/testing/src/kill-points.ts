import type { SpawnSyncReturns } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { openFaultBench, type FaultBench, type Victim } from './fault-bench.ts';

/*
 *     k = 1, 2, 3 ... until the command survives:  prepare -> run, killed at its k-th write -> check
 */

/** A command that may die anywhere, and how to look at what it leaves. */
export interface KillRing extends Victim {
  /** Makes the tree before each run. */
  readonly prepare: () => void | Promise<void>;
  /** Looks at what a killed run left; throws when that is wrong. */
  readonly check: (at: KillPoint) => void | Promise<void>;
  /** SIGKILL, unless another signal is to be tried. */
  readonly signal?: NodeJS.Signals;
  /** Every how many-th call; 1 (all), unless the command is long. */
  readonly every?: number;
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
  return withBench(async (bench) => {
    for (let number = 1, killed = 0; ; number += ring.every ?? 1, killed++) {
      await ring.prepare();
      const call = killAt(bench, ring, number);
      if (call === undefined) return { killed, survived: 1 };
      await ring.check({ number, call });
    }
  });
}

/**
 * Kills the command before a write, and what recovers from that before a write of its own: so many times, at random
 * writes of both, of which `writes` says how many there are. Rejects as killAtEveryWrite does.
 */
export async function killTwice(
  ring: KillRing & {
    readonly recovery: Victim;
    readonly times: number;
    readonly writes: number;
  },
): Promise<RingCounts> {
  return withBench(async (bench) => {
    let killed = 0;
    for (let number = 1; number <= ring.times; number++) {
      await ring.prepare();
      const first = killAt(bench, ring, randomUpTo(ring.writes)) ?? 'the end';
      const second = killAt(bench, ring.recovery, randomUpTo(ring.writes / 2));
      if (second !== undefined) killed++;
      await ring.check({ number, call: `${first}, then ${second ?? 'the end'}` });
    }
    return { killed, survived: ring.times - killed };
  });
}

/** Kills the command at random moments between its first write and its end. Rejects as killAtEveryWrite does. */
export async function killAtRandomTimes(
  ring: KillRing & { readonly times: number },
): Promise<RingCounts> {
  return withBench(async (bench) => {
    const signal = ring.signal ?? 'SIGKILL';
    await ring.prepare();
    const whole = await bench.runUntil(ring, undefined, signal);
    let killed = 0;
    for (let number = 1; number <= ring.times; number++) {
      await ring.prepare();
      const ended = await bench.runUntil(ring, Math.random() * whole.milliseconds, signal);
      if (ended.wasKilled) killed++;
      await ring.check({ number, call: ended.wasKilled ? 'a random moment' : 'the end' });
    }
    return { killed, survived: ring.times - killed };
  });
}

/**
 * Runs the command once and copies `from` to `into/<n>` before its n-th write: the trees that kills
 * would leave, without the kills, where there are too many for a process each. Returns the copies;
 * there is none while there is no `from`. Throws when the command fails.
 */
export function keepEveryState(victim: Victim, from: string, into: string): readonly string[] {
  const bench = openFaultBench();
  try {
    requireSuccess(victim, bench.run(victim, { do: 'copy', from, into }));
    return readdirSync(into).map((number) => join(into, number));
  } finally {
    bench.close();
  }
}

async function withBench<T>(work: (bench: FaultBench) => Promise<T>): Promise<T> {
  const bench = openFaultBench();
  try {
    return await work(bench);
  } finally {
    bench.close();
  }
}

/** Returns the call that a kill forestalled; undefined when the command had fewer, and ended well. */
function killAt(
  bench: FaultBench,
  victim: Victim & Pick<KillRing, 'signal'>,
  at: number,
): string | undefined {
  const ran = bench.run(victim, { do: 'kill', at, signal: victim.signal ?? 'SIGKILL' });
  const call = bench.takeReport();
  if (call === undefined) requireSuccess(victim, ran);
  return call;
}

function randomUpTo(greatest: number): number {
  return 1 + Math.floor(Math.random() * greatest);
}

function requireSuccess({ command }: Victim, ran: SpawnSyncReturns<string>): void {
  if (ran.status === 0) return;
  const ending = ran.error?.message ?? ran.signal ?? `exit ${String(ran.status)}`;
  throw new Error(`${command.join(' ')}: ${ending}\n${ran.stdout}${ran.stderr}`);
}
