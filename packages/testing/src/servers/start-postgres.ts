import { join } from 'node:path';
import { findGivenServer, type DatabaseServer } from './database-server.ts';
import { findFreePort } from './find-free-port.ts';
import { requireProgram } from './require-program.ts';
import { startScratchServer } from './scratch-server.ts';

const variable = 'PG_URL';
const scheme = 'postgresql+asyncpg';

/** PostgreSQL as PG_URL names it, or Debian's on a free port of loopback. Throws with the line that installs it. */
export async function startPostgres(): Promise<DatabaseServer> {
  const given = findGivenServer(variable, scheme);
  if (given !== null) return given;
  const [initdb, postgres, ready] = ['initdb', 'postgres', 'pg_isready'].map((name) =>
    requireProgram({ name, package: 'postgresql', variable }),
  ) as [string, string, string];
  const port = String(await findFreePort());
  const { stop } = await startScratchServer('postgres', async ({ folder, prepare, start }) => {
    const files = join(folder, 'files');
    const cluster = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'];
    prepare(initdb, ['-D', files, ...cluster]);
    const settings = ['-D', files, '-h', '127.0.0.1', '-p', port, '-k', '', '-F'];
    await start([postgres, ...settings], [ready, '-h', '127.0.0.1', '-p', port]);
  });
  return { url: (database) => `${scheme}://postgres@127.0.0.1:${port}/${database}`, stop };
}
