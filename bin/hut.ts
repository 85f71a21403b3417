#!/usr/bin/env node
/** The command. All but the version loads when it is needed: shells and scripts ask for the version most often. */
import nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { loadCompiled } from './load-compiled.ts';
import { surviveWriteErrors } from './survive-write-errors.ts';

type Command = typeof import('./command.ts');

type Outside = Parameters<Command['run']>[2];

/** What imports: here, because code that was kept compiled can't on Node 20. */
const outside: Outside = {
  installation: dirname(__dirname),
  importModule: (url) => import(url),
  prompt: async (questions) => {
    const { default: inquirer } = await import('inquirer');
    return inquirer.prompt(questions as never);
  },
};

const words = process.argv.slice(2);
// Node 22.1 and newer keep the compiled code of the next import.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
surviveWriteErrors();

if (words.length === 1 && words[0] === '--version') process.stdout.write(`${manifest.version}\n`);
else {
  const command = loadCompiled(join(__dirname, 'command.cjs'), words[0] ?? '') as Command;
  void command.run(words, manifest.version, outside);
}
