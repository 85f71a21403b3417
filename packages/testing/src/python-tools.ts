import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folder for what tests fetch: kept between runs, ignored by git. */
const cache = join(process.cwd(), '.cache');

/** Environment in which Python tools run: caches of our own, no environment of the user's, bytecode written. */
export function pythonEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, UV_CACHE_DIR: join(cache, 'uv-cache') };
  delete environment.VIRTUAL_ENV;
  delete environment.PYTHONDONTWRITEBYTECODE;
  return environment;
}

/** Path of uv, fetched from PyPI into the cache when it is not there. Throws with the line that installs what is missing. */
export function requireUv(): string {
  const uv = join(cache, 'uv', 'bin', 'uv');
  if (existsSync(uv)) return uv;
  mkdirSync(cache, { recursive: true });
  runTool(
    'python3',
    ['-m', 'venv', join(cache, 'uv')],
    cache,
    'apt-get install python3 python3-venv',
  );
  runTool(join(cache, 'uv', 'bin', 'pip'), ['install', '--quiet', 'uv'], cache, 'pip install uv');
  return uv;
}

/** Folder of the programs of Python packages, installed from PyPI into the cache. Throws with what uv printed. */
export function pythonPrograms(name: string, ...requirements: readonly string[]): string {
  const environment = join(cache, name);
  const programs = join(environment, 'bin');
  runTool(requireUv(), ['venv', '--quiet', '--allow-existing', environment], cache);
  const into = ['--quiet', '--python', join(programs, 'python')];
  runTool(requireUv(), ['pip', 'install', ...into, ...requirements], cache);
  return programs;
}

/** Runs a tool and returns what it printed; throws with its output, and with the line that installs it when it is missing. */
export function runTool(
  program: string,
  args: readonly string[],
  cwd: string,
  install = '',
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: pythonEnvironment(),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw new Error(`${program} does not run (${error.message}). Install it: ${install}`);
  if (status === 0) return `${stdout}${stderr}`;
  throw new Error(`${program} ${args.join(' ')} exits ${status}\n${stdout}\n${stderr}`);
}
