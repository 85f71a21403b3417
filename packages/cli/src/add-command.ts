import { Command } from 'commander';
import { draftBlueprint, repeatWords, requireProject, toValues, type Definition } from '@hut/kit';
import { execute } from './execute.ts';
import { withOptionsOf, wordsIn } from './generator-options.ts';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { printReport } from './print-report.ts';
import type { Shell } from './shell.ts';
import { standIn } from './stand-in.ts';

type AddOptions = GlobalOptions & Readonly<Record<string, unknown>>;

/** `hut add <generator>`: a command for each generator that grows a project. */
export function addCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('add').description('grow this project');
  for (const { definition } of shell.lookup.filter((found) => found.definition.command === 'add')) {
    const child = withOptionsOf(
      new Command(definition.id).description(definition.summary),
      definition,
    );
    command.addCommand(
      withGlobalOptions(child).action(async (options: AddOptions) =>
        exit(await addTo(standIn(shell, options), definition, options)),
      ),
    );
  }
  return command;
}

async function addTo(shell: Shell, definition: Definition, options: AddOptions): Promise<number> {
  const values = toValues(definition, wordsIn(options));
  const { report, shown } = await execute({
    shell,
    options,
    root: requireProject(shell.cwd),
    command: ['hut add', definition.id, ...repeatWords('', values)].join(' '),
    amend: (existing) =>
      draftBlueprint({
        existing,
        from: null,
        name: '',
        lookup: shell.lookup,
        version: shell.version,
        amendments: [{ definition, values }],
      }),
  });
  return printReport(report, { options, shell, shown });
}
