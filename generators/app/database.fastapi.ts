import type { Blueprint } from '@hut/blueprint';
import {
  backingServiceKind,
  dependency,
  docs,
  pythonLiteral,
  pythonText,
  serviceStart,
  serviceUrl,
  setting,
  storage,
  type BackingService,
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
  readonly user: string;
  /** A database that every server has: from there the others are made. */
  readonly home: string;
  /** The server with an empty database of this name. */
  readonly service: (name: string) => Omit<BackingService, 'name' | 'title' | 'urls'>;
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
      user: 'postgres',
      home: 'postgres',
      service: (name) => ({
        image: 'postgres:17.6',
        port: 5432,
        environment: { POSTGRES_DB: name },
        password: { variable: 'POSTGRES_PASSWORD', local: 'postgres' },
        // By TCP: the server that fills a new volume listens on a socket alone.
        health: ['pg_isready', '--host=127.0.0.1', '--username=postgres', `--dbname=${name}`],
        volume: '/var/lib/postgresql/data',
      }),
    },
    dependencies: [dependency('asyncpg', '>=0.31,<1')],
  },
  mysql: {
    title: 'MySQL',
    server: {
      scheme: 'mysql+asyncmy',
      user: 'root',
      home: 'information_schema',
      service: (name) => ({
        image: 'mysql:8.4.6',
        port: 3306,
        environment: { MYSQL_DATABASE: name },
        password: { variable: 'MYSQL_ROOT_PASSWORD', local: 'root' },
        // By TCP: the server that fills a new volume listens on a socket alone. It answers whoever asks.
        health: ['mysqladmin', 'ping', '--host=127.0.0.1', '--silent'],
        volume: '/var/lib/mysql',
      }),
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
  const { dependencies } = databaseOf(blueprint);
  const service = serviceOf(blueprint);
  if (service === null) return [...dependencies, ...embedded(blueprint)];
  return [
    ...dependencies,
    serverUrl(service),
    { kind: backingServiceKind, item: service },
    serverDocs(blueprint, service),
  ];
}

const about = { doc: 'URL of the database, with its driver' };

function embedded({ name }: Blueprint): readonly Contribution[] {
  const [prefix, file] = ['sqlite+aiosqlite:///', `${name}.db`];
  const url = `${prefix}./${file}`;
  return [
    setting('database_url', 'str', { ...about, default: pythonLiteral(url), example: url }),
    storage('database_url', { prefix, name: file }),
  ];
}

/** Without a default: a password would be in it. */
function serverUrl(service: BackingService): Contribution {
  const url = localUrl(service);
  return setting('database_url', 'str', { ...about, example: url, local: url });
}

/** The server of a project, or null where its database is a file. */
function serviceOf(blueprint: Blueprint, name = databaseName(blueprint)): BackingService | null {
  const { title, server } = databaseOf(blueprint);
  if (server === null) return null;
  const { scheme, user, service } = server;
  const tests = { variable: 'TEST_DATABASE_URL', path: `/${name}_test` };
  const urls = [{ setting: 'database_url', scheme, user, path: `/${name}`, tests }];
  return { name: blueprint.database, title, ...service(name), urls };
}

function localUrl(service: BackingService): string {
  return serviceUrl(service, service.urls[0]!);
}

function serverDocs(blueprint: Blueprint, service: BackingService): Contribution {
  const name = databaseName(blueprint);
  const body = [
    `\`DATABASE_URL\` names it; \`.env\` says \`${localUrl(service)}\`. With Docker, such a ${service.title} is:`,
    '',
    '```sh',
    serviceStart(service),
    '```',
    '',
    `The tests make \`${name}_test\` there anew at each run, or what \`TEST_DATABASE_URL\` names.`,
  ].join('\n');
  return docs('Database', { band: 'start', body });
}

/** What the templates print about the database. */
export function databaseView(blueprint: Blueprint): object {
  const { title, server } = databaseOf(blueprint);
  const service = serviceOf(blueprint);
  if (server === null || service === null) return { databaseTitle: title };
  const testService = serviceOf(blueprint, `${databaseName(blueprint)}_test`)!;
  return {
    databaseTitle: title,
    isMysql: blueprint.database === 'mysql',
    adminDatabase: pythonLiteral(server.home),
    startServer: pythonText(`Start a server: ${serviceStart(service)}`, {
      indent: 'START = '.length,
    }),
    testUrl: pythonText(localUrl(testService), { indent: 'LOCAL_URL = '.length }),
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
