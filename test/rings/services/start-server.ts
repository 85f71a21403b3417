import { startMariadb, startPostgres, type DatabaseServer } from '@hut/testing';

const file: DatabaseServer = {
  url: (database) => `sqlite+aiosqlite:///${database}.db`,
  stop: () => Promise.resolve(),
};

/** Starts what keeps the databases of a project, by what hut.yaml calls it. */
export const startServer: Readonly<Record<string, () => Promise<DatabaseServer>>> = {
  sqlite: () => Promise.resolve(file),
  postgresql: startPostgres,
  mysql: startMariadb,
};
