import { Command } from 'commander';
import { verbOf, type Amendment, type Argument, type Definition } from '@hut/kit';
import { chooseGenerator } from './choose-generator.ts';
import { withOptionsOf } from './generator-options.ts';
import { withGlobalOptions } from './global-options.ts';
import { growProject, type GrowOptions } from './grow-project.ts';
import type { Shell } from './shell.ts';
import { usageWords } from './usage-words.ts';

type Verb = Amendment['verb'];

/** The commands that grow a project, with the line that describes each. */
const descriptions: Readonly<Record<'add' | NonNullable<Verb>, string>> = {
  add: 'grow this project',
  remove: 'take something out of it',
  change: 'change what something is',
  rename: 'give something another name',
};

/** `hut add`, `hut remove`, `hut change`, `hut rename`: each with a command for every generator that answers it. */
export function growCommands(shell: Shell, exit: (code: number) => void): readonly Command[] {
  const definitions = shell.lookup
    .map(({ definition }) => definition)
    .filter(({ command }) => command === 'add');
  return Object.entries(descriptions)
    .map(([name, description]) => {
      const verb = name === 'add' ? undefined : (name as NonNullable<Verb>);
      const answering = definitions.filter(({ verbs }) => verb === undefined || verb in verbs);
      const command = new Command(name).description(description).allowExcessArguments(true);
      command.usage('[options] <generator> [arguments]').helpCommand(false);
      command.action(() => chooseGenerator(command, shell));
      for (const definition of answering)
        command.addCommand(
          generatorCommand({ door: `hut ${name}`, definition, verb, shell, exit }),
        );
      return command;
    })
    .filter(({ commands }) => commands.length > 0);
}

/** The commands that generators declare beside those: `hut <id>`. */
export function ownNameCommands(shell: Shell, exit: (code: number) => void): readonly Command[] {
  return shell.lookup
    .map(({ definition }) => definition)
    .filter(({ command }) => command === 'itself')
    .map((definition) =>
      generatorCommand({ door: 'hut', definition, verb: undefined, shell, exit }),
    );
}

interface Grown {
  readonly door: string;
  readonly definition: Definition;
  readonly verb: Verb;
  readonly shell: Shell;
  readonly exit: (code: number) => void;
}

function generatorCommand({ door, definition, verb, shell, exit }: Grown): Command {
  const { id, aliases, summary } = definition;
  const asked = { definition, ...(verb && { verb }) };
  const command = new Command(id).aliases([...aliases]).description(summary);
  withArguments(command, verbOf(asked).arguments);
  withOptionsOf(command, verbOf(asked));
  return withGlobalOptions(command).action(async () => {
    const options = command.opts<GrowOptions>();
    exit(
      await growProject({ shell, ...asked, door: `${door} ${id}`, words: command.args, options }),
    );
  });
}

/** The words are counted by the kit, as for Yeoman: here they are for the help alone. */
export function withArguments(command: Command, takes: readonly Argument[]): Command {
  for (const { name, doc, many } of takes)
    command.argument(many ? `[${name}...]` : `[${name}]`, doc);
  return command.usage(usageWords(takes)).allowExcessArguments(true);
}
