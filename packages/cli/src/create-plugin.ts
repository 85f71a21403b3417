import { resolve } from 'node:path';
import { HutError } from '@hut/errors';
import {
  parsePackageName,
  readStarter,
  refuseFilledFolder,
  showDiff,
  writePackage,
  type PackageName,
  type Report,
} from '@hut/kit';
import { shellText } from '@hut/render';
import { isDryRun } from './is-dry-run.ts';
import type { GlobalOptions } from './global-options.ts';
import { printNext, printReport } from './print-report.ts';
import type { Shell } from './shell.ts';
import { standIn } from './stand-in.ts';

/**
 * `hut plugin create <name>`: a new package of one generator, in a folder of its name. Returns the exit code; throws
 * HutError for a name that is wrong or taken, and for a folder that is not empty.
 */
export function createPlugin(outside: Shell, word: string, options: GlobalOptions): number {
  const shell = standIn(outside, options);
  const named = parsePackageName(word);
  refuseTaken(named, shell);
  const folder = resolve(shell.cwd, named.name);
  refuseFilledFolder(folder);
  const files = readStarter(shell.installation, named);
  // Where it is planned nothing is written either: there is no project that the plan could be of.
  const written = !isDryRun(options) && shell.gate === undefined;
  if (written) writePackage(folder, files);
  const report = toReport({ named, folder, written }, files);
  const exitCode = printReport(report, { options, shell, shown: false });
  if (written) printNext(report.next, options, shell);
  return exitCode;
}

function refuseTaken({ id }: PackageName, { lookup }: Shell): void {
  const taken = lookup.flatMap(({ definition }) => [definition.id, ...definition.aliases]);
  if (!taken.includes(id)) return;
  throw new HutError({
    id: 'plugin-clash',
    message: `hut has a generator called ${id} already`,
    hint: 'Take another name: no project could use both.',
  });
}

interface Creating {
  readonly named: PackageName;
  readonly folder: string;
  readonly written: boolean;
}

function toReport(
  { named: { name }, folder, written }: Creating,
  files: ReturnType<typeof readStarter>,
): Report {
  return {
    command: `hut plugin create ${shellText(name)}`,
    project: folder,
    name,
    written,
    verified: null,
    changes: files.map(({ path, text }) => ({
      path,
      action: 'create',
      diff: showDiff(path, null, text),
    })),
    destructive: [],
    risks: [],
    leftovers: [],
    notes: [],
    next: [
      { command: `cd ${shellText(name)}`, why: '' },
      { command: 'npm link generator-hut', why: 'the hut that is installed globally' },
      { command: 'npm test', why: 'it passes' },
    ],
  };
}
