import {
  backingServiceKind,
  serviceUrl,
  storageKind,
  type Assembled,
  type BackingService,
  type Storage,
} from '@hut/render';
import type { Service } from './service-lines.ts';

/** The volume of the files that the application writes, and where it is. */
export const FILES = { volume: 'files', folder: '/data' } as const;

/** What each process of the application has: its settings, and no right that it does not need. */
export function toApplication(assembled: Assembled): Service {
  const servers = assembled.of(backingServiceKind);
  const files = assembled.of(storageKind);
  return {
    build: '.',
    env_file: '.env',
    environment: {
      ...placesOf(files),
      ...urlsOf(servers, REQUIRED_PASSWORD),
      ENVIRONMENT: 'production',
    },
    volumes: files.length === 0 ? undefined : [`${FILES.volume}:${FILES.folder}`],
    read_only: true,
    tmpfs: ['/tmp'],
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  };
}

/** Compose says so where there is none. */
export const REQUIRED_PASSWORD = '${SERVICES_PASSWORD:?is missing in .env}';

/** Where the servers are for who runs beside them; `secret` is what each of them asks for, its local password unless told. */
export function urlsOf(
  servers: readonly BackingService[],
  secret?: string,
): Readonly<Record<string, string>> {
  const urls = servers.flatMap((server) =>
    server.urls.map((url) => [
      url.setting.toUpperCase(),
      serviceUrl(server, url, {
        host: server.name,
        ...(secret !== undefined && server.password !== null && { secret }),
      }),
    ]),
  );
  return Object.fromEntries(urls) as Readonly<Record<string, string>>;
}

function placesOf(files: readonly Storage[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files.map(({ setting, prefix, name }) => [
      setting.toUpperCase(),
      `${prefix}${FILES.folder}/${name}`,
    ]),
  );
}
