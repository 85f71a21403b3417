import { join } from 'node:path';
import { findGivenServer, type DatabaseServer } from './database-server.ts';
import { findFreePort } from './find-free-port.ts';
import { requireProgram } from './require-program.ts';
import { startScratchServer } from './scratch-server.ts';

const variable = 'MYSQL_URL';
const scheme = 'mysql+asyncmy';

/** MySQL as MYSQL_URL names it, or Debian's MariaDB on a free port of loopback. Throws with the line that installs it. */
export async function startMariadb(): Promise<DatabaseServer> {
  const given = findGivenServer(variable, scheme);
  if (given !== null) return given;
  const server = (name: string): string =>
    requireProgram({ name, package: 'mariadb-server-core', variable });
  const client = { name: 'mariadb', package: 'mariadb-client-core', variable };
  const [prepareFiles, mariadbd, mariadb] = [
    server('mariadb-install-db'),
    server('mariadbd'),
    requireProgram(client),
  ];
  const port = String(await findFreePort());
  const { stop } = await startScratchServer(null, async ({ folder, prepare, start }) => {
    const files = ['--no-defaults', `--datadir=${join(folder, 'files')}`, ...asWhoWeAre()];
    prepare(prepareFiles, [...files, '--auth-root-authentication-method=normal', '--skip-test-db']);
    const address = ['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${folder}/socket`];
    const quick = ['--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=64M'];
    const probe = ['--no-defaults', '-h', '127.0.0.1', '-P', port, '-u', 'root', '-e', 'SELECT 1'];
    await start([mariadbd, ...files, ...address, ...quick], [mariadb, ...probe]);
  });
  return { url: (database) => `${scheme}://root@127.0.0.1:${port}/${database}`, stop };
}

/** MariaDB runs as root only when it is told to. */
function asWhoWeAre(): readonly string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}
