import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from './servers/find-free-port.ts';
import { pythonEnvironment } from './python-tools.ts';

/** A generated project, served on loopback. */
export interface ServedProject {
  readonly url: string;
  /** Milliseconds from the start of the process to the first answer. */
  readonly bootMilliseconds: number;
  /** The memory that its process holds, in MiB. */
  readonly readMemory: () => number;
  readonly stop: () => Promise<void>;
}

/** Serves `target` (`app.main:app`) of an installed project by uvicorn at a port, a free one unless told, and waits for `path` to answer. */
export async function serveProject(
  root: string,
  {
    target = 'app.main:app',
    path = '/health/live',
    port: wanted,
  }: { target?: string; path?: string; port?: number } = {},
): Promise<ServedProject> {
  const port = wanted ?? (await findFreePort());
  const started = performance.now();
  const args = ['-m', 'uvicorn', target, '--port', String(port), '--log-level', 'warning'];
  const child = spawn(join(root, '.venv/bin/python'), args, {
    cwd: root,
    env: pythonEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://127.0.0.1:${port}`;
  await waitForAnswer(child, `${url}${path}`);
  return {
    url,
    bootMilliseconds: performance.now() - started,
    readMemory: () => readMemory(child.pid!),
    stop: () => stop(child),
  };
}

async function waitForAnswer(child: ChildProcess, url: string): Promise<void> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (let attempt = 0; attempt < 3000; attempt++) {
    if (child.exitCode !== null) throw new Error(`uvicorn exits ${child.exitCode}\n${output}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${url} does not answer\n${output}`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGTERM');
  });
}

function readMemory(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Number(kibibytes) / 1024;
}
