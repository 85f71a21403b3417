import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.cwd(), '.cache', 'oidc-provider');
const wanted = 'oidc-provider@9.13.3';

/** A server of this run. */
export interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A process of npm's oidc-provider, which sends people back to `callback`; installed when it is missing. */
export async function startOidcProvider(port: number, callback: string): Promise<Server> {
  const script = join(import.meta.dirname, 'oidc-server.mjs');
  const child = spawn(process.execPath, [script, requireOidcProvider(), String(port), callback], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close');
  const first = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
  if (first === null) throw new Error(`oidc-provider ends\n${said}`);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

function requireOidcProvider(): string {
  const entry = join(folder, 'node_modules', 'oidc-provider', 'lib', 'index.js');
  if (existsSync(entry)) return entry;
  mkdirSync(folder, { recursive: true });
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  execFileSync('npm', ['install', '--prefix', folder, wanted, ...flags], { stdio: 'pipe' });
  return entry;
}
