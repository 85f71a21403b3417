import { Command } from 'commander';
import { findProject, type Finding } from '@hut/kit';
import { withGlobalOptions, type GlobalOptions } from './global-options.ts';
import { paint } from './paint.ts';
import { isJson, printJson } from './print-report.ts';
import type { Shell } from './shell.ts';
import { standIn } from './stand-in.ts';

/** `hut doctor`: the tools, the project's health, and what mends each finding. */
export function doctorCommand(shell: Shell, exit: (code: number) => void): Command {
  const command = new Command('doctor').description('what is wrong here, and what mends it');
  return withGlobalOptions(command).action(async (options: GlobalOptions) =>
    exit(await examine(shell, options)),
  );
}

async function examine(outside: Shell, options: GlobalOptions): Promise<number> {
  const shell = standIn(outside, options);
  const project = findProject(shell.cwd) ?? null;
  // Loaded late: no other command needs it.
  const { examineProject, untilInterrupted } = await import('@hut/kit/doctor');
  const findings = await untilInterrupted((signal) =>
    examineProject({ ...shell, root: project, signal }),
  );
  const isWrong = findings.some(({ state }) => state === 'wrong');
  const exitCode = options.check && isWrong ? 1 : 0;
  if (isJson(options)) printJson({ project, findings, exitCode }, shell);
  else shell.stdout.write(toText(findings, shell, options));
  return exitCode;
}

function toText(findings: readonly Finding[], shell: Shell, { quiet }: GlobalOptions): string {
  const shown = quiet ? findings.filter(({ state }) => state === 'wrong') : findings;
  return shown.map((finding) => `${toLine(finding, shell)}\n`).join('');
}

function toLine({ state, where, what, fix }: Finding, { stdoutColours }: Shell): string {
  if (state !== 'wrong') return `${state === 'well' ? 'ok     ' : 'unsure '}${where}: ${what}`;
  return `${paint(stdoutColours, 'red', 'wrong')}  ${where}: ${what} -> ${fix}`;
}
