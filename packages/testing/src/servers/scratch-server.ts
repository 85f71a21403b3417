import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For PostgreSQL and MariaDB alike: end now, wait for no client. */
const END = 'QUIT';

/** Who a server runs as. */
interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** A server with a folder of its own. */
export interface ScratchServer {
  /** New and empty; the account owns it. */
  readonly folder: string;
  /** Runs a program that prepares the folder. Throws with its output when it fails. */
  readonly prepare: (program: string, args: readonly string[]) => void;
  /** Starts the server and waits until the probe succeeds. Throws with the server's output when it ends before. */
  readonly start: (server: readonly string[], probe: readonly string[]) => Promise<void>;
  /** Ends what was started, and removes the folder. */
  readonly stop: () => Promise<void>;
}

/**
 * Makes a server ready in a folder of its own, and removes what there is of it when that fails.
 * It runs as `user` when we are root, whom some servers refuse.
 */
export async function startScratchServer(
  user: string | null,
  start: (server: ScratchServer) => Promise<void>,
): Promise<ScratchServer> {
  const server = openScratchServer(user);
  try {
    await start(server);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function openScratchServer(user: string | null): ScratchServer {
  const account = accountOf(user);
  const folder = mkdtempSync(join(tmpdir(), 'hut-server-'));
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid!);
  const options = { ...account, cwd: folder };
  let end = (): Promise<void> => Promise.resolve();
  return {
    folder,
    prepare: (program, args) => prepare(program, args, options),
    start: async ([program, ...args], probe) => {
      const log = join(folder, 'log');
      // A file, not a pipe: who waits for another program reads none, and a server that can't write stands still.
      const output = openSync(log, 'a');
      // The server goes when we go, whatever ends us.
      const child = spawn('setpriv', ['--pdeathsig', END, program!, ...args], {
        ...options,
        stdio: ['ignore', output, output],
      });
      closeSync(output);
      const closed = new Promise((resolve) => child.once('close', resolve));
      end = async () => {
        child.kill(`SIG${END}`);
        await closed;
      };
      await waitUntilReady(child, probe, log);
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accountOf(user: string | null): Account {
  if (user === null || process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, user]).stdout)) as [
    number,
    number,
  ];
  return { uid, gid };
}

function prepare(
  program: string,
  args: readonly string[],
  options: Account & { cwd: string },
): void {
  const { status, stdout, stderr } = spawnSync(program, args, { ...options, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} exits ${status}\n${stdout}\n${stderr}`);
}

async function waitUntilReady(
  child: ChildProcess,
  [program, ...args]: readonly string[],
  log: string,
): Promise<void> {
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt++) {
    if (spawnSync(program!, args).status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${child.spawnargs.join(' ')} is not ready\n${readFileSync(log, 'utf8')}`);
}
