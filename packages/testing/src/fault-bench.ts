import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { copyTree } from './copy-tree.ts';
import { watchCalls } from './watch-calls.ts';

/*
 *     your command  <-  node --require preload.cjs  (through NODE_OPTIONS: no hook in the product)
 *                           wraps each call of node:fs, counts them, and at the k-th
 *                           kills its own process, lets the call fail, or copies the tree
 */

/** A command of node, where it runs, and in what environment. */
export interface Victim {
  /** Program and arguments; node, or something that starts node. */
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What happens to the calls of a command. */
export type Fault =
  /** The `at`-th write is its last. */
  | { readonly do: 'kill'; readonly at: number; readonly signal: NodeJS.Signals }
  /** The `at`-th call fails, or that one and all after it; of reads only those below `within` count. */
  | {
      readonly do: 'fail';
      readonly at: number;
      readonly code: string;
      readonly goesOn: boolean;
      readonly calls: 'writes' | 'reads';
      readonly within: string;
    }
  /** Before each write the tree is copied to `into/<n>`. */
  | { readonly do: 'copy'; readonly from: string; readonly into: string }
  /** The first write is told. */
  | { readonly do: 'announce' };

/** Runs commands with faults; `close` it. */
export interface FaultBench {
  readonly run: (victim: Victim, fault: Fault) => SpawnSyncReturns<string>;
  /** Runs it and kills it so long after its first write; never, when no time is given. */
  readonly runUntil: (
    victim: Victim,
    after: number | undefined,
    signal: NodeJS.Signals,
  ) => Promise<Ended>;
  /** The call that the last fault hit, once; undefined when the command had fewer. */
  readonly takeReport: () => string | undefined;
  readonly close: () => void;
}

interface Ended {
  readonly wasKilled: boolean;
  readonly milliseconds: number;
}

/** Makes a bench in a temporary folder. */
export function openFaultBench(): FaultBench {
  const folder = mkdtempSync(join(tmpdir(), 'hut-fault-'));
  const [preloaded, report] = [join(folder, 'preload.cjs'), join(folder, 'report')];
  // Called with each other, not by name: a bundler may have given them other names.
  const [watch, copy] = [watchCalls.toString(), copyTree.toString()];
  writeFileSync(preloaded, `(${preload.toString()})(${watch}, ${copy});\n`);
  const environment = (victim: Victim, fault: Fault) => {
    const options = `${process.env['NODE_OPTIONS'] ?? ''} --require ${preloaded}`.trim();
    const told = { HUT_FAULT: JSON.stringify(fault), HUT_FAULT_REPORT: report };
    return { ...process.env, ...victim.env, NODE_OPTIONS: options, ...told };
  };
  return {
    run: (victim, fault) => run(victim, environment(victim, fault)),
    runUntil: (victim, after, signal) =>
      runUntil(victim, environment(victim, { do: 'announce' }), after, signal),
    takeReport: () => takeReport(report),
    close: () => rmSync(folder, { recursive: true }),
  };
}

function run({ command, cwd }: Victim, env: NodeJS.ProcessEnv): SpawnSyncReturns<string> {
  const [program, ...args] = command;
  return spawnSync(program!, args, { cwd, env, encoding: 'utf8', input: '', timeout: 120_000 });
}

function runUntil(
  { command, cwd }: Victim,
  env: NodeJS.ProcessEnv,
  after: number | undefined,
  signal: NodeJS.Signals,
): Promise<Ended> {
  const [program, ...args] = command;
  const child = spawn(program!, args, { cwd, env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((done, fail) => {
    let began = performance.now();
    child.stdio[3]!.once('data', () => {
      began = performance.now();
      if (after !== undefined) setTimeout(() => child.kill(signal), after);
    });
    child.once('error', fail);
    child.once('exit', (_code, ending) => {
      done({ wasKilled: ending !== null, milliseconds: performance.now() - began });
    });
  });
}

function takeReport(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const call = readFileSync(path, 'utf8');
  rmSync(path);
  return call;
}

/** What runs in the child, as text: it may use nothing of this file. */
function preload(watch: typeof watchCalls, copy: typeof copyTree): void {
  const fs = process.getBuiltinModule('node:fs');
  const fault = JSON.parse(process.env['HUT_FAULT']!) as Fault;
  const kind = fault.do === 'fail' ? fault.calls : 'writes';
  const report = (text: string): void =>
    fs.writeFileSync(process.env['HUT_FAULT_REPORT']!, text, { flag: 'a' });
  let count = 0;

  watch(fs, kind, (call, path) => {
    const isSync = call.startsWith('f') && call.includes('sync');
    // What a kill leaves before an fsync, it also leaves after it; but an fsync may fail.
    if (isSync && fault.do !== 'fail') return;
    if (kind === 'reads' && fault.do === 'fail' && !path.startsWith(fault.within)) return;
    count++;
    if (fault.do === 'copy') {
      if (fs.existsSync(fault.from)) copy(fs, fault.from, `${fault.into}/${String(count)}`);
    } else if (fault.do === 'announce') {
      if (count === 1) fs.writeSync(3, 'writing');
    } else if (fault.do === 'kill' && count === fault.at) {
      report(`${call} ${path}`);
      process.kill(process.pid, fault.signal);
    } else if (fault.do === 'fail' && (fault.goesOn ? count >= fault.at : count === fault.at)) {
      if (count === fault.at) report(`${call} ${path}`);
      const syscall = call.replace('Sync', '');
      const details = { code: fault.code, syscall, path: path.split(' ')[0] };
      throw Object.assign(new Error(`${fault.code}: ${syscall} '${path}'`), details);
    }
  });
}
