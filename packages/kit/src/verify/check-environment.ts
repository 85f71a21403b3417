import { join } from 'node:path';
import { HutError } from '@hut/errors';
import type { FileWrite } from '@hut/commit';
import { callTool } from '../call-tool.ts';
import { hasPython, installCalls, ownEnvironment, requireInstaller } from '../python.ts';
import { lastLines, toLine } from '../tool.ts';

interface Needing {
  readonly root: string;
  /** The staged copy of the project, and where an environment for it may be made. */
  readonly copy: string;
  readonly folder: string;
  /** Of the environment of every tool that is called for the copy. */
  readonly variables: Readonly<Record<string, string>>;
  readonly writes: readonly FileWrite[];
  /** The lowest Python of the project. */
  readonly python: string;
  readonly tell: (step: string, line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * The folder of the environment in which a staged copy is checked: the project's own, while what it needs stays the
 * same, else one that is made for the copy. Throws HutError `no-python` when nothing can make one,
 * `verify-environment` (exit code 6) when that fails.
 */
export async function requireCheckEnvironment(needing: Needing): Promise<string> {
  const own = join(needing.root, ownEnvironment);
  const isKept = needing.writes.every(({ path }) => path !== 'pyproject.toml');
  if (isKept && hasPython(own)) return own;
  return makeEnvironment(needing);
}

async function makeEnvironment({
  copy,
  folder,
  variables,
  python,
  tell,
  signal,
}: Needing): Promise<string> {
  const installer = requireInstaller(python, 'leave --verify out');
  const { calls } = installCalls(installer, folder);
  for (const call of calls) {
    const step = `Making an environment for the checks (${installer.kind})`;
    const hear = (line: string): void => tell(step, line);
    const called = { ...call, variables: { ...call.variables, ...variables } };
    const { status, output } = await callTool(called, { cwd: copy, tell: hear, signal });
    signal.throwIfAborted();
    if (status !== 0) throw failed(toLine(call), output);
  }
  return folder;
}

function failed(line: string, output: string): HutError {
  return new HutError({
    id: 'verify-environment',
    message: `${line} failed, so that nothing could be checked; nothing was written\n${lastLines(output)}`,
    hint: 'Mend the cause and run the command again, or leave --verify out.',
    exitCode: 6,
  });
}
