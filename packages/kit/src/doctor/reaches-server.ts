import { connect } from 'node:net';

/** A server by host and port. */
export interface Server {
  readonly host: string;
  readonly port: number;
}

/** The server of a URL such as `postgresql+asyncpg://user@host/name`, `port` where it says none; undefined where it names no host. */
export function findServer(url: string, port: number): Server | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, port: written } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === '' ? undefined : { host, port: written === '' ? port : Number(written) };
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
