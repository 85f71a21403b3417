import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installCalls, type Installer } from './python.ts';
import type { Report } from './report.ts';
import { enter } from './set-up-project.ts';

/**
 * The lines that a person types after a project was made, from the folder where the person stands.
 * `installer` is what installed it, or null when nothing did: then the installation is the first of them.
 */
export function toNextSteps(
  report: Pick<Report, 'project' | 'next'>,
  cwd: string,
  installer: Installer | null,
): Report['next'] {
  return toSteps(report, cwd, { installer, isInstalled: installer !== null });
}

/** The same after a project has grown: the installation is one of them when what it needs may have changed. */
export function toGrowthSteps(
  report: Pick<Report, 'project' | 'next' | 'changes'>,
  cwd: string,
): Report['next'] {
  const needs = report.changes.find(({ path }) => path === 'pyproject.toml')?.action;
  const isInstalled = needs === undefined || needs === 'keep';
  if (isInstalled && report.next.length === 0) return [];
  return toSteps(report, cwd, { installer: null, isInstalled });
}

interface Installation {
  readonly installer: Installer | null;
  readonly isInstalled: boolean;
}

function toSteps(
  { project, next }: Pick<Report, 'project' | 'next'>,
  cwd: string,
  { installer, isInstalled }: Installation,
): Report['next'] {
  const used = installer ?? likelyInstaller();
  const cd = enter(project, cwd).replace(/ && $/, '');
  return [
    ...(cd === '' ? [] : [{ command: cd, why: '' }]),
    ...(isInstalled ? [] : [{ command: installCalls(used).line, why: '' }]),
    ...next.map(({ command, why }) => ({ command: `${enterEnvironment(used)}${command}`, why })),
  ];
}

/** What stands before a command that shall run in the environment of the project. */
export function enterEnvironment({ kind }: Installer): string {
  return kind === 'pip' ? '.venv/bin/' : 'uv run ';
}

/** What will install a project here. Looked for in PATH alone: nothing is started for a line of text. */
export function likelyInstaller(): Installer {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['uv', 'uv.exe'];
  const hasUv = folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
  return hasUv ? { kind: 'uv' } : { kind: 'pip', python: 'python3' };
}
