import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { HutError } from '@hut/errors';
import { callTool } from '../call-tool.ts';
import { storedAt } from './find-package.ts';
import { linkKit } from './link-kit.ts';
import { readPackage, type PluginPackage } from './plugin-package.ts';

interface Installing {
  /** As npm takes it: `generator-hut-cache`, `generator-hut-cache@1.2.0`, a folder, a tarball. */
  readonly spec: string;
  readonly cwd: string;
  /** The folder of the package that this code is part of: the kit that the other one imports. */
  readonly installation: string;
  /** The folder that it is put into: a folder a version. */
  readonly store: string;
}

/**
 * Has npm put a package into a store, without running anything of it. Throws HutError `plugin-install` when npm
 * can't, and what `readPackage` throws for one that is none of ours; nothing is left then.
 */
export async function installPlugin({
  spec,
  cwd,
  installation,
  store,
}: Installing): Promise<PluginPackage> {
  mkdirSync(store, { recursive: true });
  const draft = mkdtempSync(join(store, 'draft-'));
  try {
    await callNpm(draft, spec, cwd);
    const { name, version } = readInstalled(draft);
    linkKit(draft, installation);
    const home = storedAt(name, version, store);
    rmSync(home, { recursive: true, force: true });
    renameSync(draft, home);
    return readPackage(join(home, 'node_modules', name))!;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function callNpm(draft: string, spec: string, cwd: string): Promise<void> {
  writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
  const local = resolve(cwd, spec);
  const { status, output } = await callTool(
    {
      program: 'npm',
      args: [...npmInstall, '--prefix', draft, existsSync(local) ? local : spec],
    },
    { cwd },
  );
  if (status === 0) return;
  throw new HutError({
    id: 'plugin-install',
    message: `npm could not install ${spec}: ${reasonIn(output)}`,
    hint: 'Look for its name and version: npm view <package> versions. Nothing was written.',
  });
}

/** Nothing of a package runs while it is installed; the kit that it asks for is the one that runs it. */
const npmInstall = [
  'install',
  '--ignore-scripts',
  '--legacy-peer-deps',
  '--install-links',
  '--save-exact',
  '--no-audit',
  '--no-fund',
];

/** What npm says of its failure: the first line that is no code, and no hint where its log is. */
function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const told = lines.map((line) =>
    /^npm (?:error|ERR!) (?!code |A complete log )(\S.*)/u.exec(line),
  );
  return told.find((found) => found !== null)?.[1] ?? lines.at(-1) ?? 'it says nothing';
}

function readInstalled(draft: string): PluginPackage {
  const { dependencies } = JSON.parse(readFileSync(join(draft, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const [name] = Object.keys(dependencies);
  return readPackage(join(draft, 'node_modules', name!))!;
}
