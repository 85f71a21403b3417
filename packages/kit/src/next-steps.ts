import type { Report } from './report.ts';
import type { Installer } from './python.ts';
import { enter } from './set-up-project.ts';

/** The lines that a person types after a project was made, from the folder where the person stands. */
export function toNextSteps(
  { project, next }: Pick<Report, 'project' | 'next'>,
  cwd: string,
  installer: Installer | null,
): Report['next'] {
  const run = installer?.kind === 'pip' ? '.venv/bin/' : 'uv run ';
  const cd = enter(project, cwd).replace(/ && $/, '');
  const steps = next.map(({ command, why }) => ({ command: run + command, why }));
  return cd === '' ? steps : [{ command: cd, why: '' }, ...steps];
}
