import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, Module } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';

type Run = (...context: readonly unknown[]) => void;

/**
 * The exports of a CommonJS file, with the code that was compiled for an earlier run of the same command: a fifth
 * of its time. Node 22.1 and newer do this by themselves, and nothing is kept where they would keep nothing.
 */
export function loadCompiled(path: string, command: string): unknown {
  const require = createRequire(path);
  const loader = (constants as typeof constants | undefined)?.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  if (isKeptByNode() || loader === undefined) return require(path) as unknown;
  const source = readFileSync(path, 'utf8');
  const kept = keptPath(source, command);
  const cachedData = readKept(kept);
  const script = new Script(Module.wrap(source), {
    filename: path,
    importModuleDynamically: loader,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  (script.runInThisContext() as Run)(module.exports, require, module, path, dirname(path));
  const isUsed = cachedData !== undefined && script.cachedDataRejected === false;
  if (!isUsed) process.once('exit', () => keep(kept, script.createCachedData()));
  return module.exports;
}

function isKeptByNode(): boolean {
  return 'enableCompileCache' in Module || process.env.NODE_DISABLE_COMPILE_CACHE !== undefined;
}

/** Named after all that compiled code depends on: V8 itself compares no more than the length of the source. */
function keptPath(source: string, command: string): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 16);
  const name = command.replace(/[^a-z]/g, '') || 'hut';
  return join(cache, 'generator-hut', `${hash}-${process.version}-${process.arch}-${name}`);
}

function readKept(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * In one step, and in place of what other versions kept. Without a place to keep it, every run compiles. No folder
 * is made but the last two: where none can be made, Node would try for ever.
 */
function keep(path: string, compiled: Buffer): void {
  const [folder, draft] = [dirname(path), `${path}.${String(process.pid)}`];
  try {
    for (const one of [dirname(folder), folder]) makeFolder(one);
    for (const name of readdirSync(folder).filter((other) => !isSibling(other, path)))
      rmSync(join(folder, name), { force: true });
    writeFileSync(draft, compiled, { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    return;
  }
}

function makeFolder(path: string): void {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
}

/** Of the same code, for another command; a draft that a killed run left is not. */
function isSibling(name: string, path: string): boolean {
  const isDraft = /\.\d+$/.test(name);
  return !isDraft && name.startsWith(basename(path).slice(0, basename(path).lastIndexOf('-')));
}
