import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { findToolAnswer, type ProjectReader, type ToolCall } from '@hut/kit';

/** Whether the database of the project's settings has a revision. One that cannot be asked has it. */
export function isApplied(
  revision: string,
  project: Pick<ProjectReader, 'root' | 'read'>,
): boolean {
  // Asking would make the file.
  if (isDatabaseMissing(project)) return false;
  const answer = findToolAnswer(alembicCurrent(project.root), project.root);
  return answer === null || revisionsIn(answer).includes(revision);
}

/** The revisions that a line each of an answer of Alembic's begins with. */
export function revisionsIn(answer: string): readonly string[] {
  return answer.split('\n').flatMap((line) => /^\w+/u.exec(line)?.[0] ?? []);
}

/** Whether the database is a file that is not there: no migration has run. */
export function isDatabaseMissing(project: Pick<ProjectReader, 'root' | 'read'>): boolean {
  return isMissingFile(urlOf(project), project.root);
}

function isMissingFile(url: string | undefined, root: string): boolean {
  const [, path] = /^sqlite\+?\w*:\/\/\/([^?]+)/u.exec(url ?? '') ?? [];
  if (path === undefined || path.startsWith('file:')) return false;
  return !existsSync(isAbsolute(path) ? path : join(root, path));
}

/** As the settings of the project find it: the environment, `.env`, the default in the code. */
function urlOf({ read }: Pick<ProjectReader, 'read'>): string | undefined {
  const { DATABASE_URL: told } = process.env;
  return (
    told ??
    firstIn(read('.env'), /^[ \t]*(?:export[ \t]+)?DATABASE_URL[ \t]*=[ \t]*["']?([^"'\s#]+)/imu) ??
    firstIn(read('app/core/settings.py'), /^\s+database_url\b[^=\n]*=\s*\(?\s*["']([^"'\n]+)["']/mu)
  );
}

function firstIn(text: string | null, pattern: RegExp): string | undefined {
  return pattern.exec(text ?? '')?.[1];
}

/** Alembic of the project's own environment. */
function alembicCurrent(root: string): ToolCall {
  const programs = ['.venv/bin/alembic', '.venv/Scripts/alembic.exe'].map((path) =>
    join(root, path),
  );
  const program = programs.find((path) => existsSync(path));
  if (program !== undefined) return { program, args: ['current'] };
  return { program: 'uv', args: ['run', '--no-sync', '--offline', 'alembic', 'current'] };
}
