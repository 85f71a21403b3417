import { Command } from 'commander';
import { HutError } from '@hut/errors';
import type { Definition } from '@hut/kit';
import { buildProject, type BuildOptions } from './build-project.ts';
import { withFeatures, withOptionsOf } from './generator-options.ts';
import { withGlobalOptions } from './global-options.ts';
import type { Shell } from './shell.ts';
import { standIn } from './stand-in.ts';

/** `hut build [path]`: a new project, or this one rendered again. */
export function buildCommand(shell: Shell, exit: (code: number) => void): Command {
  const definition = findBuilder(shell);
  const command = new Command('build')
    .alias('new')
    .description('a new project in a folder; inside a project without a path: render it again')
    .argument('[path]', 'folder of the project, named after its last part')
    .option('-p, --path <dir>', 'the same as the argument')
    .option('--from <file>', 'build the project that a hut.yaml describes');
  withFeatures(withOptionsOf(command, definition), shell.lookup);
  return withGlobalOptions(command).action(
    async (path: string | undefined, options: BuildOptions) => {
      const standing = standIn(shell, options);
      const folder = onePath(path, options.path);
      exit(await buildProject({ shell: standing, definition, path: folder, options }));
    },
  );
}

function onePath(word: string | undefined, option: string | undefined): string | undefined {
  if (word === undefined || option === undefined) return word ?? option;
  throw new HutError({
    id: 'option',
    message: `The folder is there twice: ${word}, and --path ${option}`,
    hint: 'Keep one of the two.',
  });
}

function findBuilder({ lookup }: Shell): Definition {
  return lookup.map(({ definition }) => definition).find(({ command }) => command === 'build')!;
}
