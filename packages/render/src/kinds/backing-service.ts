import type { FormOf } from '../form.ts';
import { defineKind, type Contribution } from '../kind.ts';
import { shellText } from '../literals/shell.ts';

/** A server that must run beside the project. */
export interface BackingService {
  /** What it is called among the services, and as a host beside them: `postgresql`. */
  readonly name: string;
  /** What it is, for people: `PostgreSQL`. */
  readonly title: string;
  /** With a tag that stays what it is: `postgres:17.6`. */
  readonly image: string;
  /** Where it listens, when the URL does not say. */
  readonly port: number;
  /** What the image is told, but its password. */
  readonly environment: Readonly<Record<string, string>>;
  readonly password: ServicePassword | null;
  /** A command inside the image that ends with 0 when the server is ready. */
  readonly health: readonly string[];
  /** The folder of the image that must outlive it, or null. */
  readonly volume: string | null;
  /** The settings that hold its URL. */
  readonly urls: readonly ServiceUrl[];
}

/** How the image is told its password, and what it is on a developer's machine. */
export interface ServicePassword {
  readonly variable: string;
  readonly local: string;
}

/** A setting that holds the URL of a server, in parts: who runs it elsewhere has another host and password. */
export interface ServiceUrl {
  readonly setting: string;
  /** `postgresql+asyncpg`. */
  readonly scheme: string;
  /** Who logs in there, or null where nobody does. */
  readonly user: string | null;
  /** `/shop`. */
  readonly path: string;
  /** The variable that tells the tests theirs, and its path there; absent where they need none. */
  readonly tests?: { readonly variable: string; readonly path: string };
}

const urlForm: FormOf<ServiceUrl> = {
  setting: 'text',
  scheme: 'text',
  user: { orNull: 'text' },
  path: 'text',
  tests: { optional: { keys: { variable: 'text', path: 'text' } } },
};

/** Key: name; equal or clash, and the URLs of both. Order: name. */
export const backingServiceKind = defineKind<BackingService>({
  id: 'backing-service',
  key: ({ name }) => name,
  meet: (first, second) => {
    const urls = uniteUrls(first.urls, second.urls);
    if (urls === undefined) return undefined;
    const same = JSON.stringify({ ...first, urls }) === JSON.stringify({ ...second, urls });
    return same ? { ...first, urls } : undefined;
  },
  form: {
    name: 'text',
    title: 'text',
    image: 'text',
    port: 'number',
    environment: { mapOf: 'text' },
    password: { orNull: { keys: { variable: 'text', local: 'text' } } },
    health: { listOf: 'text' },
    volume: { orNull: 'text' },
    urls: { listOf: { keys: urlForm } },
  },
});

/** Needs a server, whose URL stands in settings. */
export function backingService(
  name: string,
  about: Omit<BackingService, 'name'>,
): Contribution<BackingService> {
  return { kind: backingServiceKind, item: { name, ...about } };
}

/** The value of a setting where the server listens at `host`; its own port, and its local password unless another is told. */
export function serviceUrl(
  { port, password }: Pick<BackingService, 'port' | 'password'>,
  { scheme, user, path }: ServiceUrl,
  { host = 'localhost', secret = password?.local }: { host?: string; secret?: string } = {},
): string {
  const login = user === null ? '' : secret === undefined ? `${user}@` : `${user}:${secret}@`;
  return `${scheme}://${login}${host}:${String(port)}${path}`;
}

/** All that the image is told on a developer's machine or in CI, its password among it. */
export function localEnvironment({
  environment,
  password,
}: BackingService): Readonly<Record<string, string>> {
  return password === null ? environment : { ...environment, [password.variable]: password.local };
}

/** A line of shell that starts one for a developer. */
export function serviceStart(service: BackingService): string {
  const { port, image } = service;
  const told = Object.entries(localEnvironment(service)).flatMap(([name, value]) => [
    '--env',
    shellText(`${name}=${value}`),
  ]);
  const open = `127.0.0.1:${String(port)}:${String(port)}`;
  return ['docker run --detach --publish', open, ...told, image].join(' ');
}

/** By setting; undefined when two say different things of one. */
function uniteUrls(
  first: readonly ServiceUrl[],
  second: readonly ServiceUrl[],
): readonly ServiceUrl[] | undefined {
  const urls = new Map(first.map((url) => [url.setting, url]));
  for (const url of second) {
    const known = urls.get(url.setting) ?? url;
    if (JSON.stringify(known) !== JSON.stringify(url)) return undefined;
    urls.set(url.setting, url);
  }
  return [...urls.values()].sort((a, b) => (a.setting < b.setting ? -1 : 1));
}
