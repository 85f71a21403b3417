import type { Blueprint } from '@hut/blueprint';
import {
  backingService,
  dependency,
  docs,
  pythonLiteral,
  pythonText,
  setting,
  type Contribution,
} from '@hut/render';

/** What is different about one database. */
interface Database {
  readonly title: string;
  /** An embedded database is a file of the project; the others are servers. */
  readonly server: Server | null;
  readonly dependencies: readonly Contribution[];
}

interface Server {
  readonly scheme: string;
  readonly account: string;
  readonly port: number;
  /** A database that every server has: from there the others are made. */
  readonly home: string;
  /** What starts one for a developer, with an empty database of this name. */
  readonly start: (name: string) => string;
}

const databases: Readonly<Record<string, Database>> = {
  sqlite: {
    title: 'SQLite',
    server: null,
    dependencies: [dependency('aiosqlite', '>=0.21,<1')],
  },
  postgresql: {
    title: 'PostgreSQL',
    server: {
      scheme: 'postgresql+asyncpg',
      account: 'postgres:postgres',
      port: 5432,
      home: 'postgres',
      start: (name) =>
        `docker run --detach --publish 127.0.0.1:5432:5432 --env POSTGRES_PASSWORD=postgres --env POSTGRES_DB=${name} postgres:17`,
    },
    dependencies: [dependency('asyncpg', '>=0.31,<1')],
  },
  mysql: {
    title: 'MySQL',
    server: {
      scheme: 'mysql+asyncmy',
      account: 'root:root',
      port: 3306,
      home: 'information_schema',
      start: (name) =>
        `docker run --detach --publish 127.0.0.1:3306:3306 --env MYSQL_ROOT_PASSWORD=root --env MYSQL_DATABASE=${name} mysql:8.4`,
    },
    // The driver needs cryptography for the way in which MySQL 8 checks a password.
    dependencies: [dependency('asyncmy', '>=0.2.10,<1'), dependency('cryptography', '>=45')],
  },
};

/** Folder of the templates that only this sort of database has. */
export function databaseFolder(blueprint: Blueprint): string {
  return databaseOf(blueprint).server === null ? 'sqlite' : 'server';
}

/** The driver, the setting, and how to start a server when there is one. */
export function databaseContributions(blueprint: Blueprint): readonly Contribution[] {
  const { server, dependencies, title } = databaseOf(blueprint);
  return [
    ...dependencies,
    server === null ? embeddedUrl(blueprint) : serverUrl(blueprint, server),
    ...(server === null
      ? []
      : [needServer(blueprint, server, title), serverDocs(blueprint, server, title)]),
  ];
}

const about = { doc: 'URL of the database, with its driver' };

function embeddedUrl({ name }: Blueprint): Contribution {
  const url = `sqlite+aiosqlite:///./${name}.db`;
  return setting('database_url', 'str', { ...about, default: pythonLiteral(url), example: url });
}

/** Without a default: a password would be in it. */
function serverUrl(blueprint: Blueprint, server: Server): Contribution {
  const url = urlOf(server, databaseName(blueprint));
  return setting('database_url', 'str', { ...about, example: url, local: url });
}

function needServer(blueprint: Blueprint, { port, start }: Server, title: string): Contribution {
  return backingService('database_url', { title, port, start: start(databaseName(blueprint)) });
}

function serverDocs(blueprint: Blueprint, server: Server, title: string): Contribution {
  const name = databaseName(blueprint);
  const body = [
    `\`DATABASE_URL\` names it; \`.env\` says \`${urlOf(server, name)}\`. With Docker, such a ${title} is:`,
    '',
    '```sh',
    server.start(name),
    '```',
    '',
    `The tests make \`${name}_test\` there anew at each run, or what \`TEST_DATABASE_URL\` names.`,
  ].join('\n');
  return docs('Database', { band: 'start', body });
}

/** What the templates print about the database. */
export function databaseView(blueprint: Blueprint): object {
  const { title, server } = databaseOf(blueprint);
  const name = databaseName(blueprint);
  if (server === null) return { databaseTitle: title };
  return {
    databaseTitle: title,
    isMysql: blueprint.database === 'mysql',
    adminDatabase: pythonLiteral(server.home),
    startServer: pythonText(`Start a server: ${server.start(name)}`, { indent: 'START = '.length }),
    testUrl: pythonText(urlOf(server, `${name}_test`), { indent: 'LOCAL_URL = '.length }),
  };
}

/** What a person reads about the database that does not answer. */
export function describeDatabase(blueprint: Blueprint): { title: string; fix: string } {
  const { title } = databaseOf(blueprint);
  return { title, fix: `Mend DATABASE_URL in .env, or look after ${title}` };
}

/** What the tests' environment says: nothing answers there, so that no test reaches the data of a developer. */
export function databaseTestValues(blueprint: Blueprint): Readonly<Record<string, string>> {
  const { server } = databaseOf(blueprint);
  return server === null ? {} : { database_url: `${server.scheme}://localhost:1/nowhere` };
}

function databaseOf({ database }: Blueprint): Database {
  return databases[database]!;
}

/** Short enough to be told apart by PostgreSQL, which reads 63 characters, with what the tests add. */
function databaseName({ name }: Blueprint): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 48);
}

function urlOf({ scheme, account, port }: Server, name: string): string {
  return `${scheme}://${account}@localhost:${port}/${name}`;
}
