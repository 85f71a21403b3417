import { findFreePort } from './find-free-port.ts';
import { requireProgram } from './require-program.ts';
import { startScratchServer } from './scratch-server.ts';

/** A Redis server for tests. */
export interface RedisServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Debian's Redis on a free port of loopback, which stores nothing. Throws with the line that installs it. */
export async function startRedis(): Promise<RedisServer> {
  const [redis, client] = [
    requireProgram({ name: 'redis-server', package: 'redis-server' }),
    requireProgram({ name: 'redis-cli', package: 'redis-tools' }),
  ];
  const port = String(await findFreePort());
  const { stop } = await startScratchServer(null, ({ start }) =>
    start(
      [redis, '--port', port, '--bind', '127.0.0.1', '--save', ''],
      [client, '-h', '127.0.0.1', '-p', port, 'ping'],
    ),
  );
  return { url: `redis://127.0.0.1:${port}/0`, stop };
}
