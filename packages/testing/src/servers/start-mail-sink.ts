import { join } from 'node:path';
import { pythonPrograms } from '../python-tools.ts';
import { findFreePort } from './find-free-port.ts';
import { startScratchServer } from './scratch-server.ts';

/** A mail server that delivers nothing. */
export interface MailSink {
  readonly port: number;
  /** Each mail that it took, a file. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/** aiosmtpd of PyPI on a free port of loopback. Throws with what uv printed when it cannot be installed. */
export async function startMailSink(): Promise<MailSink> {
  const python = join(pythonPrograms('aiosmtpd', 'aiosmtpd==1.4.6'), 'python');
  const port = await findFreePort();
  const { folder, stop } = await startScratchServer(null, (server) => {
    const handler = ['-c', 'aiosmtpd.handlers.Mailbox', join(server.folder, 'mails')];
    const address = ['-n', '-l', `127.0.0.1:${port}`];
    const connect = `import socket; socket.create_connection(("127.0.0.1", ${port}))`;
    return server.start(
      [python, '-m', 'aiosmtpd', ...address, ...handler],
      [python, '-c', connect],
    );
  });
  return { port, folder: join(folder, 'mails', 'new'), stop };
}
