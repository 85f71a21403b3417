import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { HutError } from '@hut/errors';
import { listPackageFiles } from './list-package-files.ts';
import type { PluginPackage } from './plugin-package.ts';

/** Whether this user lets the code of a package run on this machine: yes, no, or yes before it became another. */
export type Trust = 'trusted' | 'unknown' | 'changed';

/** What this user has said about a package, compared with what its folder holds now. */
export function trustIn(one: PluginPackage): Trust {
  const print = readTrusted()[keyOf(one)];
  if (print === undefined) return 'unknown';
  return print === fingerprint(one.folder) ? 'trusted' : 'changed';
}

/** Remembers that the code of a package, as it is now, may run on this machine. */
export function trust(one: PluginPackage): void {
  const path = trustedPath();
  const trusted = { ...readTrusted(), [keyOf(one)]: fingerprint(one.folder) };
  const draft = `${path}.${String(process.pid)}`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(draft, `${JSON.stringify(trusted, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

/** Throws HutError `plugin-trust` for a package whose code this user has not let run. */
export function requireTrust(
  one: PluginPackage,
  next = `Look into it, then: hut plugin trust ${keyOf(one)}`,
): void {
  const state = trustIn(one);
  if (state === 'trusted') return;
  const title = `${one.name} ${one.version}`;
  throw new HutError({
    id: 'plugin-trust',
    message:
      state === 'changed'
        ? `${title} has changed since you trusted it: ${one.folder}`
        : `${title} is code of others, and was not trusted on this machine yet: ${one.folder}`,
    hint: `Nothing of it has run. ${next}`,
  });
}

function keyOf({ name, version }: PluginPackage): string {
  return `${name}@${version}`;
}

function trustedPath(): string {
  const settings = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  return join(settings, 'generator-hut', 'trusted.json');
}

/** What is there and can't be read trusts nobody. */
function readTrusted(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(trustedPath(), 'utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** Of the names and bytes of all its files; what it depends on is installed beside it, and has names and versions. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const path of listPackageFiles(folder)) {
    const bytes = readFileSync(path);
    hash.update(`${relative(folder, path)}\n${String(bytes.length)}\n`).update(bytes);
  }
  return hash.digest('hex');
}
