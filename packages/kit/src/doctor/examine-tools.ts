import type { ToolCall, ToolEnd } from '../call-tool.ts';
import { findInstaller, uvInstallation, type Installer } from '../python.ts';
import { unknown, well, wrong, type Finding } from './finding.ts';

/** The tools of this machine that hut and its projects need, with their versions. */
export async function examineTools(
  call: (call: ToolCall) => Promise<ToolEnd>,
  python: string,
): Promise<readonly Finding[]> {
  const node = well('node', 'node', process.versions.node);
  return [node, await examineGit(call), await examineInstaller(call, python)];
}

async function examineGit(call: (call: ToolCall) => Promise<ToolEnd>): Promise<Finding> {
  const { status, answer } = await call({ program: 'git', args: ['--version'] });
  if (status === 0) return well('git', 'git', versionIn(answer));
  const fix = 'Install git: https://git-scm.com/downloads';
  return wrong('git', { where: 'git', what: 'is not there', fix });
}

async function examineInstaller(
  call: (call: ToolCall) => Promise<ToolEnd>,
  python: string,
): Promise<Finding> {
  const installer = findInstaller(python);
  if (installer === null) {
    const what = `neither uv nor Python ${python} or newer is there`;
    return wrong('python', { where: 'uv', what, fix: uvInstallation });
  }
  const program = programOf(installer);
  const { status, answer } = await call({ program, args: ['--version'] });
  if (status !== 0) return unknown('python', program, 'does not say its version');
  return well('python', program, versionIn(answer));
}

function programOf(installer: Installer): string {
  return installer.kind === 'uv' ? 'uv' : installer.python;
}

function versionIn(answer: string): string {
  return /\d+(\.\d+)+/.exec(answer)?.[0] ?? answer.trim();
}
