import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { HutError } from '@hut/errors';
import type { FileWrite } from '@hut/commit';
import { checkLevels, type Check, type CheckLevel } from '@hut/render';
import { callTool } from '../call-tool.ts';
import type { ProjectChecks } from '../project-checks.ts';
import { programsOf } from '../python.ts';
import { toLine } from '../tool.ts';
import { untilInterrupted } from '../until-interrupted.ts';
import { requireCheckEnvironment } from './check-environment.ts';
import { stageCopy } from './stage-copy.ts';
import { VerifyError } from './verify-error.ts';

/** What is asked for with `--verify`. */
export interface Verification {
  readonly level: CheckLevel;
  /** Told when a step starts, and each line of its tool. */
  readonly tell: (step: string, line: string) => void;
}

interface Verifying extends Verification, ProjectChecks {
  readonly root: string;
  readonly writes: readonly FileWrite[];
}

/** One verification at work, in a temporary folder that goes when it ends. */
interface Work extends Verifying {
  readonly folder: string;
  readonly signal: AbortSignal;
}

type Variables = Readonly<Record<string, string>>;

/** Where the checks run. */
interface Place {
  readonly copy: string;
  readonly environment: string;
  readonly variables: Variables;
}

/**
 *     the project on disk --copy--> staged copy <-- what the run would write
 *                                       |
 *     its environment, or a new one ----+--> the checks of each level, up to the one that was asked for
 *                                                |
 *                                   all pass: returns        one fails: VerifyError
 *
 * Writes nothing in the project. Throws VerifyError, HutError `verify-environment`, `no-python`, `interrupted`.
 */
export async function verifyWrites(verifying: Verifying): Promise<void> {
  await untilInterrupted(async (signal) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hut-verify-')));
    try {
      await checkCopy({ ...verifying, folder, signal });
    } catch (error) {
      throw signal.aborted ? interrupted() : error;
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
}

async function checkCopy(work: Work): Promise<void> {
  const { root, writes, folder, signal, tell } = work;
  // By the name of the project, because a test may see it.
  const copy = join(folder, 'copy', basename(root));
  tell('Checking what would be written', copy);
  await stageCopy(root, copy, writes, signal);
  const variables = makeTemporary(join(folder, 'tmp'));
  const environment = await requireCheckEnvironment({
    ...work,
    copy,
    variables,
    folder: join(folder, 'environment'),
  });
  const place = { copy, environment, variables };
  for (const one of checksUpTo(work)) await runCheck(one, { ...work, ...place });
}

/** What the tools leave in their temporary folder goes with ours. */
function makeTemporary(folder: string): Variables {
  mkdirSync(folder);
  return { TMPDIR: folder, TEMP: folder, TMP: folder };
}

function checksUpTo({ checks, level }: Verifying): readonly Check[] {
  const last = checkLevels.indexOf(level);
  return checks.filter((one) => checkLevels.indexOf(one.level) <= last);
}

async function runCheck(
  one: Check,
  { copy, environment, variables, signal, tell }: Work & Place,
): Promise<void> {
  const program = join(programsOf(environment), one.program);
  const call = {
    program,
    args: one.args,
    variables: { ...variables, ...variablesOf(copy, environment) },
  };
  const hear = (line: string): void => tell(`Checking ${one.level}: ${one.id}`, line);
  hear(toLine(one));
  const { status, output } = await callTool(call, { cwd: copy, tell: hear, signal });
  signal.throwIfAborted();
  if (status !== 0) throw new VerifyError(one, output);
}

/** The copy stands before the project, which is installed in its environment as a folder to look into. */
function variablesOf(copy: string, environment: string): Variables {
  const before = (first: string, rest = ''): string =>
    rest === '' ? first : `${first}${delimiter}${rest}`;
  return {
    PYTHONPATH: before(copy, process.env.PYTHONPATH),
    PATH: before(programsOf(environment), process.env.PATH),
    VIRTUAL_ENV: environment,
  };
}

function interrupted(): HutError {
  return new HutError({
    id: 'interrupted',
    message: 'Interrupted, nothing was written',
    hint: 'Run the command again when you are ready.',
    exitCode: 130,
  });
}
