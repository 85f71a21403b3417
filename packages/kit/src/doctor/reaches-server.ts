import { connect } from 'node:net';

/** A server by host and port. */
export interface Server {
  readonly host: string;
  readonly port: number;
}

/** The server of a URL such as `postgresql+asyncpg://user@host/name`, at `portOf` where it says no port; undefined where it names no host, or no port is known. */
export function findServer(
  text: string,
  portOf: (url: URL) => number | undefined,
): Server | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? portOf(url) : Number(url.port);
  return host === '' || port === undefined ? undefined : { host, port };
}

/** Whether somebody listens there; `milliseconds` later it is too late. */
export function reachesServer({ host, port }: Server, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: milliseconds });
    const end = (answers: boolean): void => {
      socket.destroy();
      resolve(answers);
    };
    socket.on('connect', () => end(true));
    socket.on('timeout', () => end(false));
    socket.on('error', () => end(false));
  });
}
