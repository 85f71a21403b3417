import {
  spawn,
  spawnSync,
  type ChildProcess,
  type SpawnSyncOptions,
  type SpawnSyncReturns,
} from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pythonEnvironment } from '@hut/testing';
import { parse } from 'yaml';

/** A service of compose.yaml, as a process of this machine. */
export interface ComposeService {
  readonly pid: number;
  /** What it has logged. */
  readonly log: () => string;
  /** Waits for it to log this; throws with its log when it does not. */
  readonly logs: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Runs a program beside it, in its environment; throws with what it printed when it fails. */
  readonly run: (...command: readonly string[]) => string;
  /** What its health check says now. */
  readonly isWell: () => boolean;
  /** Waits for its end, after a signal where one is told. */
  readonly end: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Which service, and what is different from its container. */
export interface Wanted {
  readonly name: string;
  /** Text of compose.yaml, and what stands for it on this machine. */
  readonly stands: Readonly<Record<string, string>>;
  /** What the image runs where compose.yaml names no command. */
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Its /tmp. */
  readonly scratch: string;
}

interface Declared {
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

/** Starts a service by the command of compose.yaml, in the environment of the project. It dies with who started it. */
export function startService(root: string, wanted: Wanted): ComposeService {
  const declared = readService(root, wanted);
  const options = { cwd: root, env: environmentOf(root, wanted, declared) };
  const command = declared.command ?? wanted.command!;
  mkdirSync(wanted.scratch, { recursive: true });
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...command], options);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const log = collect(child);
  return {
    pid: child.pid!,
    log,
    logs: (pattern) => waitFor(pattern, child, log),
    run: (...words) => {
      const { status, stdout, stderr } = call(words, options);
      if (status !== 0) throw new Error(`${words.join(' ')} exits ${status}\n${stdout}${stderr}`);
      return stdout;
    },
    isWell: () => call(declared.healthcheck!.test.slice(1), options).status === 0,
    end: (signal) => {
      if (signal !== undefined) child.kill(signal);
      return closed;
    },
  };
}

function call(
  [program, ...args]: readonly string[],
  options: SpawnSyncOptions,
): SpawnSyncReturns<string> {
  return spawnSync(program!, args, { ...options, encoding: 'utf8' });
}

function readService(root: string, { name, stands }: Wanted): Declared {
  let text = readFileSync(join(root, 'compose.yaml'), 'utf8');
  for (const [there, here] of Object.entries(stands)) text = text.replaceAll(there, here);
  const { services } = parse(text) as { services: Readonly<Record<string, Declared>> };
  return services[name]!;
}

function environmentOf(root: string, wanted: Wanted, { environment }: Declared): NodeJS.ProcessEnv {
  return {
    ...pythonEnvironment(),
    ...readDotEnv(root),
    ...environment,
    ...wanted.environment,
    PATH: [join(root, '.venv/bin'), process.env.PATH].join(delimiter),
    PYTHONUNBUFFERED: '1',
    // Celery has a word for whoever is root.
    PYTHONWARNINGS: "error,ignore:You're running the worker",
    TMPDIR: wanted.scratch,
  };
}

/** The settings that Compose takes from the local file. */
function readDotEnv(root: string): Readonly<Record<string, string>> {
  const lines = readFileSync(join(root, '.env'), 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gmu);
  return Object.fromEntries([...lines].map(([, name, value]) => [name!, value!]));
}

function collect({ stdout, stderr }: ChildProcess): () => string {
  let text = '';
  for (const stream of [stdout, stderr])
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

async function waitFor(
  pattern: RegExp,
  child: ChildProcess,
  log: () => string,
): Promise<RegExpExecArray> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const found = pattern.exec(log());
    if (found !== null) return found;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${child.spawnargs.slice(3).join(' ')} does not log ${pattern}:\n${log()}`);
}
