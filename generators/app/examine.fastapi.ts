import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unknown, well, wrong, type ExamineContext, type Finding } from '@hut/kit';
import { describeDatabase } from './database.fastapi.ts';

/** The environment of the project, its lock, and whether its database answers. */
export async function examineFastapi(context: ExamineContext): Promise<readonly Finding[]> {
  const environment = examineEnvironment(context);
  const database = environment.state === 'well' ? await examineDatabase(context) : [];
  return [environment, ...(await examineLock(context)), ...database];
}

function examineEnvironment({ root, program, install }: ExamineContext): Finding {
  const where = '.venv';
  const fix = install;
  if (program('python') === null) return wrong('environment', { where, what: 'is not there', fix });
  // Its packages have been touched since the file that names them, when it was installed after that.
  const installed = Math.max(0, ...packageFolders(root).map((path) => modifiedAt(root, path)));
  if (installed >= modifiedAt(root, 'pyproject.toml'))
    return well('environment', where, 'as pyproject.toml asks');
  return wrong('environment', { where, what: 'is older than pyproject.toml', fix });
}

/** `.venv/lib/python3.13/site-packages`; there is no version in it on Windows. */
function packageFolders(root: string): readonly string[] {
  const lib = join('.venv', 'lib');
  const versions = existsSync(join(root, lib)) ? readdirSync(join(root, lib)) : [];
  return ['', ...versions].map((version) => join(lib, version, 'site-packages'));
}

function modifiedAt(root: string, path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** uv says it in words: its status is the same for a lock that it cannot judge. */
async function examineLock({ call, hasUv }: ExamineContext): Promise<readonly Finding[]> {
  if (!hasUv) return [];
  const { status, output } = await call({ program: 'uv', args: ['lock', '--check'] });
  const where = 'uv.lock';
  const fix = 'uv lock';
  if (status === 0) return [well('lock-file', where, 'as pyproject.toml asks')];
  if (/unable to find lockfile/i.test(output))
    return [wrong('lock-file', { where, what: 'is not there', fix })];
  if (/needs to be updated/i.test(output))
    return [wrong('lock-file', { where, what: 'is stale', fix })];
  return [unknown('lock-file', where, 'uv could not check it')];
}

/** Asked by the project itself. A database that is a file is not made by being asked for. */
const question = `
import asyncio
import sys
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url

from app.core.settings import Settings
from app.db.engine import migration_engine


async def ask(url: str) -> None:
    async with migration_engine(url).connect() as connection:
        await connection.execute(text("SELECT 1"))


try:
    url = Settings().database_url
    path = make_url(url).database or ":memory:"
    if url.startswith("sqlite") and path != ":memory:" and not Path(path).exists():
        print("absent")
    else:
        asyncio.run(ask(url))
        print("answers")
except Exception as error:
    print(type(error).__name__, *str(error).splitlines()[:1])
    sys.exit(1)
`;

async function examineDatabase(context: ExamineContext): Promise<readonly Finding[]> {
  const { call, program, reaches, blueprint } = context;
  // Where nobody listens, that has been said.
  if (!(await reaches('database_url'))) return [];
  const { title, fix } = describeDatabase(blueprint);
  const asked = { program: program('python')!, args: ['-c', question] };
  const { status, answer } = await call(asked);
  if (status === null) return [unknown('database', title, 'did not answer in time')];
  if (status !== 0) return [wrong('database', { where: title, what: answer.trim(), fix })];
  const what = answer.trim() === 'absent' ? 'made by the first migration' : 'answers';
  return [well('database', title, what)];
}
