import { Command } from 'commander';
import { HutError } from '@hut/errors';
import { explain, type Why } from '@hut/kit';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { openState, type OpenState } from './open-state.ts';
import { isJson, printJson } from './print-report.ts';
import { projectPath } from './project-path.ts';
import type { Shell } from './shell.ts';

/** `hut why path[:line]`: what makes that line. */
export function whyCommand(shell: Shell): Command {
  const command = new Command('why')
    .description('which generator, template and option make a line, or that it is yours')
    .argument('<path[:line]>', 'a file of the project, and a line of it');
  return withGlobalOptions(command).action((word: string, options: GlobalOptions) =>
    showWhy(shell, word, options),
  );
}

function showWhy(outside: Shell, word: string, options: GlobalOptions): void {
  const open = openState(outside, options);
  const { shell, state, hutYaml } = open;
  const why = explain({ ...shell, project: state, hutYaml, ...requirePlace(open, word) });
  if (isJson(options)) printJson(why, shell);
  else shell.stdout.write(`${toLines(why).join('\n')}\n`);
}

function requirePlace(open: OpenState, word: string): Pick<Why, 'path' | 'line'> {
  const [, name = word, digits] = /^(.*):(\d+)$/u.exec(word) ?? [];
  const path = projectPath(open, name);
  const text = open.state.readMine(path);
  if (text === null && !open.state.tree.has(path)) throw noFile(path);
  const line = digits === undefined ? null : Number(digits);
  const count = typeof text === 'string' ? text.replace(/\n$/u, '').split('\n').length : 0;
  if (line !== null && (line < 1 || line > count)) throw noLine(path, line, count);
  return { path, line };
}

function toLines({ path, line, owner, generator, template, contributions, asked }: Why) {
  const place = line === null ? path : `${path}:${line}`;
  if (owner === 'you') return [`${place} is yours: hut does not render it`];
  if (owner === 'before')
    return [`${place} was rendered, and hut.yaml no longer asks for it: hut sync`];
  return [
    `${place} is rendered by ${generator}`,
    `  template ${template}`,
    ...contributions.map((one) => `  from ${one}`),
    ...asked.map((one) => `  asked for by ${one} (hut.yaml)`),
  ];
}

function noFile(path: string): HutError {
  return new HutError({
    id: 'no-file',
    message: `There is no file ${path}`,
    hint: 'Name a file of the project, from where you stand: hut why app/main.py:12',
  });
}

function noLine(path: string, line: number, count: number): HutError {
  return new HutError({
    id: 'no-line',
    message: `${path} has no line ${line}: it ends with line ${count}`,
    hint: 'Name a line that it has, or none for the whole file.',
  });
}
