import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { noGenerator } from '../lookup.ts';
import { findInstallation } from './find-installation.ts';

/** The part of a Yeoman generator that composes others. */
interface Composer {
  composeWith(path: string, args: string[], options: object): unknown;
}

/** The part of a Yeoman environment that knows generators by name. */
interface Registry {
  register(path: string, meta: { namespace: string }): unknown;
}

/**
 * Has a generator of hut run beside a Yeoman generator, in one commit: `await composeHut(this, 'model', ['Post',
 * 'title'])`. Takes the id, the words behind it, and its options as a command line has them (`yes`, `db`). It is found
 * beside this module, so hut need not be installed anywhere else. Throws HutError `generator` for an id that is none.
 */
export async function composeHut(
  generator: Composer,
  id: string,
  args: readonly string[] = [],
  options: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await generator.composeWith(doorOf(id), [...args], { ...options });
}

/** Makes all generators of hut known to a Yeoman environment, as `hut:model` and the like: then `composeWith` finds them by name. */
export function registerHut(env: Registry): void {
  for (const id of listDoors()) env.register(doorOf(id), { namespace: `hut:${id}` });
}

function doorOf(id: string): string {
  const path = join(doors(), id, 'index.js');
  if (/^[a-z][a-z0-9-]*$/.test(id) && existsSync(path)) return path;
  throw noGenerator(id, listDoors());
}

function listDoors(): readonly string[] {
  return readdirSync(doors()).sort();
}

function doors(): string {
  return join(findInstallation(), 'dist', 'generators');
}
