import { Command } from 'commander';
import { writtenValue } from '@hut/blueprint';
import { didYouMean, HutError } from '@hut/errors';
import { readPins, requirePackage, trust, trustIn, type Pins, type PluginPackage } from '@hut/kit';
import { shellText } from '@hut/render';
import { addPlugin } from './add-plugin.ts';
import { isAsking } from './carry-out.ts';
import { changePins } from './change-pins.ts';
import { createPlugin } from './create-plugin.ts';
import { finishGrowth } from './finish-growth.ts';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { openProject, type OpenProject } from './open-project.ts';
import { isDryRun } from './is-dry-run.ts';
import type { Shell } from './shell.ts';
import { showDocument } from './show-document.ts';
import { tellBy } from './tell-by.ts';
import { loadInto } from './with-plugins.ts';

/** `hut plugin create|add|remove|trust|list`: packages of generators of other people. None of these runs them unasked. */
export function pluginCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('plugin')
    .description('generators of other people')
    .helpCommand(false);
  command
    .addCommand(
      wordCommand(
        'create',
        'a new package of your own, with a test',
        (word, options) => exit(createPlugin(shell, word, options)),
        ['<name>', 'rate-card, or @acme/rate-card'],
      ),
    )
    .addCommand(
      wordCommand('add', 'install a package, and use it in this project', async (word, options) =>
        exit(await addPlugin(shell, word, options)),
      ),
    )
    .addCommand(
      wordCommand('remove', 'use it no longer', async (word, options) =>
        exit(await removePlugin(shell, word, options)),
      ),
    )
    .addCommand(
      wordCommand('trust', 'let its code run on this machine', (word, options) =>
        trustPlugin(shell, word, options),
      ),
    );
  const list = withGlobalOptions(new Command('list').description('those of this project'));
  return command.addCommand(
    list.action((options: GlobalOptions) => listPlugins(openProject(shell, options), options)),
  );
}

const packageWord: readonly [word: string, about: string] = [
  '<package>',
  'its name, as npm knows it',
];

type Action = (word: string, options: GlobalOptions) => unknown;

function wordCommand(
  name: string,
  description: string,
  action: Action,
  [word, about] = packageWord,
): Command {
  const command = new Command(name).description(description).argument(word, about);
  return withGlobalOptions(command).action(async (word: string, options: GlobalOptions) => {
    await action(word, options);
  });
}

async function removePlugin(outside: Shell, name: string, options: GlobalOptions): Promise<number> {
  const open = openProject(outside, options);
  const { [name]: version, ...pins } = readPins(open.hutYaml);
  if (version === undefined) throw notThere(name, pins);
  const isAsked = isAsking(open.shell, options);
  const shell = await loadInto(open.shell, pins, { from: open.root, isAsking: isAsked });
  refuseUsed(name, open.hutYaml, shell);
  const executed = await changePins({ ...open, shell }, options, {
    command: `hut plugin remove ${shellText(name)}`,
    splice: { remove: ['plugins', name] },
  });
  return finishGrowth({ shell, options, executed, repeat: null });
}

/** Whose feature it is that nobody knows then, only the package could tell, and it may not be there. */
function refuseUsed(name: string, hutYaml: string, { lookup }: Shell): void {
  const features = Object.keys(writtenValue(hutYaml, ['features']) ?? {});
  const used = features.filter((id) => !lookup.some(({ definition }) => definition.id === id));
  if (used.length === 0) return;
  throw new HutError({
    id: 'needed',
    message: `${name} is needed: hut.yaml has the features ${used.join(', ')}`,
    hint: `Remove what is its own first: ${used.map((id) => `hut remove ${id}`).join(', ')}`,
  });
}

/** Of a package that the project does not use yet the version is said: `generator-hut-cache@1.2.0`. */
function trustPlugin(outside: Shell, word: string, options: GlobalOptions): void {
  const open = openProject(outside, options);
  const pins = readPins(open.hutYaml);
  const [name, said] = splitVersion(word);
  const version = said ?? pins[name];
  if (version === undefined) throw notThere(name, pins);
  const one = requirePackage(name, version, placesOf(open));
  const isShown = isDryRun(options) || open.shell.gate !== undefined;
  if (!isShown) trust(one);
  const may = isShown ? 'would be let run' : 'may run';
  tellBy(open.shell)(`${name} ${version} ${may} on this machine (${one.folder})`);
}

function splitVersion(word: string): readonly [name: string, version: string | undefined] {
  const at = word.lastIndexOf('@');
  return at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word, undefined];
}

const STATES = {
  trusted: 'trusted',
  unknown: 'not trusted yet',
  changed: 'changed since it was trusted',
} as const;

function listPlugins(open: OpenProject, options: GlobalOptions): void {
  const plugins = Object.entries(readPins(open.hutYaml)).map(([name, version]) => {
    const one = findPackage(name, version, open);
    const state = one === undefined ? 'not installed' : STATES[trustIn(one)];
    return { name, version, state, description: one?.description ?? '' };
  });
  const lines = plugins.map(({ name, version, state, description }) =>
    [`${name} ${version}`, state, description].filter((part) => part !== '').join('  '),
  );
  const none = 'This project uses none. hut plugin add <package> adds one.';
  showDocument({
    options,
    shell: open.shell,
    document: { plugins },
    lines: lines.length === 0 ? [none] : lines,
  });
}

function findPackage(name: string, version: string, open: OpenProject): PluginPackage | undefined {
  try {
    return requirePackage(name, version, placesOf(open));
  } catch (error) {
    if (error instanceof HutError) return undefined;
    throw error;
  }
}

function placesOf({ shell, root }: OpenProject) {
  return { from: root, installation: shell.installation };
}

function notThere(name: string, pins: Pins): HutError {
  const names = Object.keys(pins);
  return new HutError({
    id: 'plugin-missing',
    message: `This project uses no package ${name}`,
    hint:
      names.length === 0
        ? 'It uses none: hut plugin add adds one.'
        : `${didYouMean(name, names)}It uses ${names.join(', ')}.`,
  });
}
