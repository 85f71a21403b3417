import { Command } from 'commander';
import { spliceBlueprint, writtenValue, type Splice } from '@hut/blueprint';
import { didYouMean, HutError } from '@hut/errors';
import { shellText } from '@hut/render';
import { execute } from './execute.ts';
import { finishGrowth } from './finish-growth.ts';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { openState } from './open-state.ts';
import { projectPath } from './project-path.ts';
import { requireRendered } from './require-rendered.ts';
import type { Shell } from './shell.ts';

/** What one of the two commands does to `own:` of hut.yaml. */
interface Owning {
  readonly name: 'own' | 'disown';
  readonly description: string;
  readonly toSplice: (path: string) => Splice;
}

const commands: readonly Owning[] = [
  {
    name: 'own',
    description: 'a file is yours from now on: hut never writes it again',
    toSplice: (item) => ({ add: ['own'], item }),
  },
  {
    name: 'disown',
    description: 'give a file back: what hut renders is merged with what you made of it',
    toSplice: (item) => ({ drop: ['own'], item }),
  },
];

/** `hut own PATH` and `hut disown PATH`. */
export function ownCommands(shell: Shell, exit: (code: number) => void): readonly Command[] {
  return commands.map((owning) => {
    const command = new Command(owning.name)
      .description(owning.description)
      .argument('<path>', 'a file of the project');
    return withGlobalOptions(command).action(async (word: string, options: GlobalOptions) =>
      exit(await changeOwner(shell, owning, word, options)),
    );
  });
}

async function changeOwner(
  outside: Shell,
  { name, toSplice }: Owning,
  word: string,
  options: GlobalOptions,
): Promise<number> {
  const open = openState(outside, options);
  const path = projectPath(open, word);
  if (name === 'disown') requireOwned(open.hutYaml, path);
  else requireRendered(open.state, path);
  const executed = await execute({
    ...open,
    options,
    command: `hut ${name} ${shellText(path)}`,
    amend: (existing) => spliceBlueprint(existing!, [toSplice(path)]),
  });
  return finishGrowth({ shell: open.shell, options, executed, repeat: null });
}

function requireOwned(hutYaml: string, path: string): void {
  const owned = writtenValue(hutYaml, ['own']);
  const paths = Array.isArray(owned) ? owned.map(String) : [];
  if (paths.includes(path)) return;
  throw new HutError({
    id: 'not-owned',
    message: `${path} is not yours by own: in hut.yaml`,
    hint:
      paths.length === 0
        ? 'No file is: hut own app/main.py would add that one.'
        : `${didYouMean(path, paths)}Yours: ${paths.join(', ')}.`,
  });
}
