import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startScratchServer } from './scratch-server.ts';

describe('a scratch server', () => {
  it('is ready when the probe succeeds, and leaves neither process nor files', async () => {
    const program = ['sh', '-c', 'echo $$ > pid; exec sleep 60'];
    let pidFile = '';
    const server = await startScratchServer(null, ({ folder, start }) => {
      pidFile = join(folder, 'pid');
      return start(program, ['test', '-s', pidFile]);
    });
    const pid = readFileSync(pidFile, 'utf8').trim();
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    await server.stop();
    expect(existsSync(`/proc/${pid}`)).toBe(false);
    expect(existsSync(server.folder)).toBe(false);
  });

  it('goes on while we wait for another program, however much it prints', async () => {
    const program = ['sh', '-c', 'head -c 2000000 /dev/zero; touch printed; exec sleep 60'];
    const server = await startScratchServer(null, ({ start }) => start(program, ['true']));
    const wait = ['-c', 'until [ -e printed ]; do sleep 0.1; done'];
    const { status } = spawnSync('sh', wait, { cwd: server.folder, timeout: 20_000 });
    await server.stop();
    expect(status).toBe(0);
  });

  it('that ends before it is ready says what it printed, and leaves no files', async () => {
    let folder = '';
    const started = startScratchServer(null, (server) => {
      folder = server.folder;
      return server.start(['sh', '-c', 'echo no memory >&2; exit 1'], ['false']);
    });
    await expect(started).rejects.toThrow(/is not ready\nno memory/);
    expect(existsSync(folder)).toBe(false);
  });

  it('whose folder cannot be prepared says why', async () => {
    const started = startScratchServer(null, ({ prepare }) =>
      Promise.resolve(prepare('sh', ['-c', 'echo disk full >&2; exit 3'])),
    );
    await expect(started).rejects.toThrow(/sh exits 3\n\ndisk full/);
  });
});
