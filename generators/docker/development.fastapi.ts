import {
  backingServiceKind,
  localEnvironment,
  backgroundProcessKind,
  type Assembled,
  type BackingService,
} from '@hut/render';
import { urlsOf } from './application.fastapi.ts';
import { servicesOf, toServiceLines, type Service } from './service-lines.ts';

/** What compose.override.yaml changes for development: open ports, local passwords, code that is reloaded. */
export function toDevelopment(assembled: Assembled): readonly string[] {
  const servers = assembled.of(backingServiceKind);
  const guarded = servers.filter(({ password }) => password !== null);
  const environment = { ...urlsOf(guarded), ENVIRONMENT: 'development' };
  const edited = { build: { context: '.', target: 'development' }, environment, read_only: false };
  return toServiceLines({
    ...servicesOf(servers, toLocalServer),
    migrate: { environment },
    web: { ...edited, command: serve, develop: watch('sync') },
    ...servicesOf(assembled.of(backgroundProcessKind), () => ({
      ...edited,
      develop: watch('sync+restart'),
    })),
  });
}

const serve = ['uvicorn', 'app.main:app', '--host', '0.0.0.0', '--port', '8000', '--reload'];

/** As the local `.env` says it, so that the tests find it, and an application outside of containers. */
function toLocalServer(server: BackingService): Service {
  const { port, password } = server;
  return {
    environment: password === null ? undefined : localEnvironment(server),
    ports: [`127.0.0.1:${String(port)}:${String(port)}`],
  };
}

/** What is edited goes into the container; other packages need another image. */
function watch(action: string): Service {
  return {
    watch: [
      { action, path: './app', target: '/app/app', ignore: ['__pycache__/'] },
      { action: 'rebuild', path: './uv.lock' },
    ],
  };
}
