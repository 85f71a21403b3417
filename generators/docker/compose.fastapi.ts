import {
  backingServiceKind,
  backgroundProcessKind,
  storageKind,
  yamlBlock,
  type Assembled,
  type BackingService,
  type BackgroundProcess,
} from '@hut/render';
import { FILES, REQUIRED_PASSWORD, toApplication } from './application.fastapi.ts';
import { servicesOf, toServiceLines, type Service } from './service-lines.ts';

/*
 *     servers  ->  healthy  ->  migrate  ->  done  ->  web and processes
 */

/** What compose.yaml prints: its services, and the volumes that outlive them. */
export function toCompose(assembled: Assembled): object {
  const servers = assembled.of(backingServiceKind);
  const application = toApplication(assembled);
  const migrated = {
    ...healthy(servers),
    migrate: { condition: 'service_completed_successfully' },
  };
  return {
    services: toServiceLines({
      ...servicesOf(servers, toServer),
      migrate: { ...application, ...migration, depends_on: healthy(servers) },
      web: { ...application, restart, ports: [webPort], depends_on: migrated },
      ...servicesOf(assembled.of(backgroundProcessKind), (one) => ({
        ...application,
        ...toProcess(one),
        depends_on: migrated,
      })),
    }),
    volumes: toVolumes(assembled),
  };
}

const restart = 'unless-stopped';

/** For who is on this machine: what stands in front of it is there, too. */
const webPort = '127.0.0.1:${WEB_PORT:-8000}:8000';

/** Runs once; the image asks whether somebody serves. */
const migration = {
  restart: 'no',
  command: ['alembic', 'upgrade', 'head'],
  healthcheck: { disable: true },
};

function toServer({ name, image, health, volume, ...server }: BackingService): Service {
  const { environment, password } = server;
  const told = password === null ? {} : { [password.variable]: REQUIRED_PASSWORD };
  return {
    image,
    restart,
    environment: orNothing({ ...environment, ...told }),
    volumes: volume === null ? undefined : [`${name}:${volume}`],
    healthcheck: toHealthCheck(health),
  };
}

function toProcess({ command, health }: BackgroundProcess): Service {
  const healthcheck = health === null ? { disable: true } : toHealthCheck(health);
  return { restart, command, healthcheck };
}

function toHealthCheck(command: readonly string[]): Service {
  return {
    test: ['CMD', ...command],
    interval: '5s',
    timeout: '10s',
    retries: 12,
    start_period: '30s',
  };
}

function healthy(servers: readonly BackingService[]): Service | undefined {
  return orNothing(servicesOf(servers, () => ({ condition: 'service_healthy' })));
}

function toVolumes(assembled: Assembled): readonly string[] {
  const servers = assembled.of(backingServiceKind).filter(({ volume }) => volume !== null);
  const files = assembled.of(storageKind).length === 0 ? [] : [{ name: FILES.volume }];
  const volumes = orNothing(servicesOf([...servers, ...files], () => ({})));
  return volumes === undefined ? [] : ['', ...yamlBlock({ volumes })];
}

/** What is empty is not written. */
function orNothing<Mapping extends object>(mapping: Mapping): Mapping | undefined {
  return Object.keys(mapping).length === 0 ? undefined : mapping;
}
