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
  { project, next }: Pick<Report, 'project' | 'next'>,
  cwd: string,
  installer: Installer | null,
): Report['next'] {
  const used = installer ?? likelyInstaller();
  const run = used.kind === 'pip' ? '.venv/bin/' : 'uv run ';
  const cd = enter(project, cwd).replace(/ && $/, '');
  return [
    ...(cd === '' ? [] : [{ command: cd, why: '' }]),
    ...(installer === null ? [{ command: installCalls(used).line, why: '' }] : []),
    ...next.map(({ command, why }) => ({ command: run + command, why })),
  ];
}

/** Looked for in PATH alone: nothing is started for a line of text. */
function likelyInstaller(): Installer {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['uv', 'uv.exe'];
  const hasUv = folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
  return hasUv ? { kind: 'uv' } : { kind: 'pip', python: 'python3' };
}
