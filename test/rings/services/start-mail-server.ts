import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pythonEnvironment, pythonPrograms } from '@hut/testing';

/** A mail as the server has received it. */
export interface ReceivedMail {
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A mail server of loopback that wants encryption, and the password `p@ss/word` of `ann`. */
export interface MailServer {
  /** Where it listens under the name `localhost`: `smtp` by STARTTLS, `smtps` encrypted from the start. */
  readonly ports: Readonly<Record<'smtp' | 'smtps', number>>;
  /** The authority that its certificate is of, for SSL_CERT_FILE. */
  readonly authority: string;
  /** The next mail, also one that came before it was asked for. */
  readonly nextMail: () => Promise<ReceivedMail>;
  readonly stop: () => Promise<void>;
}

/** Starts one, of aiosmtpd. Throws with what uv printed when it cannot be installed. */
export async function startMailServer(): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hut-mail-'));
  const authority = join(folder, 'authority.pem');
  const programs = pythonPrograms('mail-server', 'aiosmtpd==1.4.6', 'trustme==1.2.1');
  const args = ['-W', 'ignore', join(import.meta.dirname, 'mail-server.py'), authority];
  const server = spawn(join(programs, 'python'), args, {
    cwd: folder,
    env: pythonEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let problems = '';
  server.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()));
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { done, value } = await lines.next();
    if (done === true) throw new Error(`The mail server has ended\n${problems}`);
    return JSON.parse(value);
  };
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  return {
    ports: (await next()) as MailServer['ports'],
    authority,
    nextMail: async () => (await next()) as ReceivedMail,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
