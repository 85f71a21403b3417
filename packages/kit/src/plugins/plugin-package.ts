import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HutError } from '@hut/errors';

/** The API of the kit that generators of other people are made for; another number means that they no longer fit. */
export const KIT_API = 1;

/** An installed package of generators, as its package.json describes it: nothing of it has run. */
export interface PluginPackage {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Where it is. */
  readonly folder: string;
  /** The module that exports its generators. */
  readonly entry: string;
}

/** The package in a folder, or undefined where there is no package.json. Throws HutError `plugin-package` for one that is none of ours, `plugin-api` for another API. */
export function readPackage(folder: string): PluginPackage | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const manifest = parse(path);
  const { name, version, description, main, hut } = manifest;
  if (!isText(name) || !isText(version)) throw noPackage(path, 'it has no name and version');
  if (!isRecord(hut)) throw noPackage(path, 'it says nothing under "hut"');
  if (hut['kit'] !== KIT_API) throw otherApi(`${name} ${version}`, hut['kit']);
  return {
    name,
    version,
    description: isText(description) ? description : '',
    folder,
    entry: join(folder, isText(main) ? main : 'index.js'),
  };
}

/** Whether the package in a folder says that it is one. */
export function isPlugin(folder: string): boolean {
  return isRecord(parse(join(folder, 'package.json'))['hut']);
}

function parse(path: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isRecord(parsed)) return parsed;
  } catch (cause) {
    throw noPackage(path, 'it is no JSON', cause);
  }
  throw noPackage(path, 'it is no JSON object');
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noPackage(path: string, problem: string, cause?: unknown): HutError {
  return new HutError({
    id: 'plugin-package',
    message: `${path} describes no package of hut generators: ${problem}`,
    hint: 'One has "hut": { "kit": 1 } in its package.json. A plain Yeoman generator is run by yo.',
    cause,
  });
}

function otherApi(title: string, api: unknown): HutError {
  const isNewer = typeof api === 'number' && api > KIT_API;
  return new HutError({
    id: 'plugin-api',
    message: `${title} is made for API ${JSON.stringify(api)} of the kit, and this hut has API ${String(KIT_API)}`,
    hint: isNewer
      ? 'A newer hut has it: npm install --global generator-hut'
      : 'Take a newer version of that package: hut plugin add <package>',
  });
}
