import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HutError } from '@hut/errors';
import {
  askTrustBy,
  findProject,
  loadPlugins,
  readPins,
  requireTrust,
  type Pins,
  type PluginPackage,
} from '@hut/kit';
import type { Shell } from './shell.ts';

/** What is said of packages and of hut itself, without running anybody's code. */
const WITHOUT = new Set(['plugin', 'help', '-h', '--help', '-V', '--version', 'completion']);

/** What means that nobody shall be asked. */
const UNASKED = new Set(['-y', '--yes', '--accept-defaults', '--json']);

/**
 * The shell with the generators of the packages that the project names, whose words, options and commands are then
 * like ours. Throws what `loadPlugins` throws.
 */
export async function withPlugins(shell: Shell, words: readonly string[]): Promise<Shell> {
  if (WITHOUT.has(words[0]!)) return shell;
  const from = resolve(shell.cwd, optionOf(words, '-C', '--cwd') ?? '.');
  const pins = pinsOf(hutYamlsOf(words, from));
  if (Object.keys(pins).length === 0) return shell;
  const isAsking = shell.terminal && !words.some((word) => UNASKED.has(word));
  return loadInto(shell, pins, { from, isAsking });
}

interface Loading {
  readonly from: string;
  readonly isAsking: boolean;
  /** A store that goes away: whose packages are trusted, if at all, for this once. */
  readonly temporary?: string | undefined;
}

/** The same for packages that are known already. */
export async function loadInto(
  shell: Shell,
  pins: Pins,
  { from, isAsking, temporary }: Loading,
): Promise<Shell> {
  const { installation, importModule, lookup, prompt } = shell;
  const places = { from, installation, ...(temporary !== undefined && { temporary }) };
  const forOnce = temporary === undefined ? undefined : (): void => undefined;
  const ask = isAsking ? askTrustBy(prompt, forOnce) : requireTrustBy(temporary);
  return { ...shell, lookup: await loadPlugins(pins, { lookup, places, importModule, ask }) };
}

/** What goes away can't be looked into later. */
function requireTrustBy(temporary: string | undefined): (one: PluginPackage) => void {
  return (one) => {
    const isKept = temporary === undefined || !one.folder.startsWith(temporary);
    const pinned = `${one.name}@${one.version}`;
    const next = `Nor is it kept: run the same without a dry run, then hut plugin trust ${pinned}`;
    requireTrust(one, isKept ? undefined : next);
  };
}

/** The project that a command is about: that of its folder, the one that it builds, the one that it is built from. */
function hutYamlsOf(words: readonly string[], from: string): readonly string[] {
  const root = findProject(from);
  const isBuild = words[0] === 'build' || words[0] === 'new';
  const built = isBuild ? words.slice(1).filter((word) => !word.startsWith('-')) : [];
  const file = isBuild ? optionOf(words, '--from') : undefined;
  return [
    ...(root === undefined ? [] : [join(root, 'hut.yaml')]),
    ...built.map((word) => join(from, word, 'hut.yaml')),
    ...(file === undefined ? [] : [resolve(from, file)]),
  ];
}

function optionOf(words: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    if (names.includes(word)) return words[index + 1];
    const long = names.find((name) => name.startsWith('--') && word.startsWith(`${name}=`));
    if (long !== undefined) return word.slice(long.length + 1);
  }
  return undefined;
}

function pinsOf(paths: readonly string[]): Pins {
  return Object.assign({}, ...paths.filter((path) => existsSync(path)).map(readPinsIn)) as Pins;
}

/** What is wrong with a hut.yaml is said by the command that reads it. */
function readPinsIn(path: string): Pins {
  try {
    return readPins(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof HutError || (error as NodeJS.ErrnoException).code) return {};
    throw error;
  }
}
