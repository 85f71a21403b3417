import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { shellText } from '@hut/render';
import { installCalls, type Installer } from './python.ts';
import { findToolAnswer, runTool } from './tool.ts';

interface SetUp {
  readonly root: string;
  /** Where the user stands: the commands that are shown start there. */
  readonly cwd: string;
  readonly git: boolean;
  /** What installs the dependencies, or null to leave them. */
  readonly installer: Installer | null;
  /** Told when a step starts, and each line of its tool. */
  readonly tell: (step: string, line: string) => void;
}

/**
 * What follows the commit of a new project: a git repository and its dependencies.
 * Throws HutError `tool-failed` (exit code 4) when a tool fails, `interrupted` (130) after Ctrl-C; the project stays.
 */
export async function setUpProject({ root, cwd, git, installer, tell }: SetUp): Promise<void> {
  if (git && !isInRepository(root)) await initRepository(root, cwd, tell);
  if (installer === null) return;
  const { calls, line } = installCalls(installer);
  const resume = `${enter(root, cwd)}${line}`;
  for (const call of calls) {
    await runTool(call, root, resume, (said) =>
      tell(`Installing the dependencies (${installer.kind})`, said),
    );
  }
}

async function initRepository(root: string, cwd: string, tell: SetUp['tell']): Promise<void> {
  if (findToolAnswer({ program: 'git', args: ['--version'] }) === null) return;
  const call = { program: 'git', args: ['init', '--quiet'] };
  await runTool(call, root, `${enter(root, cwd)}git init`, (line) =>
    tell('Making a git repository', line),
  );
}

function isInRepository(root: string): boolean {
  if (existsSync(join(root, '.git'))) return true;
  return (
    findToolAnswer({ program: 'git', args: ['-C', root, 'rev-parse', '--is-inside-work-tree'] }) ===
    'true'
  );
}

/** `cd shop && `, or nothing when the user stands there. */
export function enter(root: string, cwd: string): string {
  const path = relative(cwd, root);
  if (path === '') return '';
  return `cd ${shellText(isAbsolute(path) ? root : path)} && `;
}
