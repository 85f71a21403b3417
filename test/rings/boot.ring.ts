/**
 * How long the generated project takes to its first answer, and what memory it holds: against a bare FastAPI and
 * SQLAlchemy application in one file, and with accounts against without. They take turns in one run.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireUv, runHut, runTool, serveProject } from '@hut/testing';

interface Application {
  readonly name: string;
  readonly root: string;
  readonly target: string;
}

interface Boot {
  readonly milliseconds: number;
  readonly mebibytes: number;
}

const parent = mkdtempSync(join(tmpdir(), 'hut-boot-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** A project of the built command, installed, its bytecode compiled. */
function install(name: string, ...words: readonly string[]): string {
  const root = join(parent, name);
  const options = [...words, '--yes', '--no-install', '--no-git'];
  expect(runHut(['build', name, ...options], parent).exitCode).toBe(0);
  runTool(requireUv(), ['sync', '--quiet', '--compile-bytecode'], root);
  copyFileSync(join(process.cwd(), 'test/rings/bare/bare.py'), join(root, 'bare.py'));
  runTool(join(root, '.venv/bin/python'), ['-m', 'compileall', '-q', 'app', 'bare.py'], root);
  return root;
}

/** The best of some rounds, in which they take turns; the first one warms the disk. */
async function measure(applications: readonly Application[], rounds: number) {
  const found = applications.map((): Boot[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, application] of applications.entries()) {
      const boot = await bootOnce(application);
      if (round > 0) found[index]!.push(boot);
    }
  }
  return found.map((boots, index) => {
    const best = (of: (boot: Boot) => number): number => Math.min(...boots.map(of));
    const [boot, memory] = [best((one) => one.milliseconds), best((one) => one.mebibytes)];
    const { name } = applications[index]!;
    process.stdout.write(`boot: ${name} ${boot.toFixed(0)} ms, ${memory.toFixed(0)} MiB\n`);
    return boot;
  });
}

async function bootOnce({ root, target }: Application): Promise<Boot> {
  const served = await serveProject(root, { target });
  for (let request = 0; request < 50; request++) await fetch(`${served.url}/health/live`);
  const mebibytes = served.readMemory();
  await served.stop();
  return { milliseconds: served.bootMilliseconds, mebibytes };
}

it('boots in at most 1.2 times what a bare application takes, bytecode compiled', async () => {
  const root = install('shop');
  const [bare, made] = (await measure(
    [
      { name: 'bare', root, target: 'bare:app' },
      { name: 'generated', root, target: 'app.main:app' },
    ],
    11,
  )) as [number, number];
  process.stdout.write(`boot: ${(made / bare).toFixed(2)} x\n`);
  expect(made / bare).toBeLessThanOrEqual(1.2);
});

it('boots with accounts in at most 1.7 times what it takes without', async () => {
  const target = 'app.main:app';
  const providers = ['--with-auth', 'oauth', '--oauth-providers', 'google,github'];
  const [without, , withProviders] = (await measure(
    [
      { name: 'without accounts', root: join(parent, 'shop'), target },
      { name: 'with accounts', root: install('club', '--with-auth'), target },
      { name: 'with accounts and providers', root: install('guild', ...providers), target },
    ],
    5,
  )) as [number, number, number];
  process.stdout.write(`boot: ${(withProviders / without).toFixed(2)} x\n`);
  expect(withProviders / without).toBeLessThanOrEqual(1.7);
});
