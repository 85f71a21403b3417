/** How long the generated project takes to its first answer, against a bare FastAPI and SQLAlchemy application in one file. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireUv, runHut, runTool, serveProject } from '@hut/testing';

const rounds = 15;

describe('the generated project', () => {
  const parent = mkdtempSync(join(tmpdir(), 'hut-boot-'));
  const root = join(parent, 'shop');
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  it('boots in at most 1.2 times what a bare application takes, bytecode compiled', async () => {
    expect(runHut(['build', 'shop', '--yes', '--no-install', '--no-git'], parent).exitCode).toBe(0);
    runTool(requireUv(), ['sync', '--quiet', '--compile-bytecode'], root);
    copyFileSync(join(process.cwd(), 'test/rings/bare/bare.py'), join(root, 'bare.py'));
    runTool(join(root, '.venv/bin/python'), ['-m', 'compileall', '-q', 'app', 'bare.py'], root);
    const boots: Record<string, number[]> = { 'bare:app': [], 'app.main:app': [] };
    for (let round = 0; round <= rounds; round++) {
      for (const [target, taken] of Object.entries(boots)) {
        const served = await serveProject(root, { target });
        await served.stop();
        // The first round warms the disk for both.
        if (round > 0) taken.push(served.bootMilliseconds);
      }
    }
    const [bare, made] = Object.values(boots).map((taken) => Math.min(...taken)) as [
      number,
      number,
    ];
    process.stdout.write(
      `boot: bare ${bare.toFixed(0)} ms, generated ${made.toFixed(0)} ms, ${(made / bare).toFixed(2)} x\n`,
    );
    expect(made / bare).toBeLessThanOrEqual(1.2);
  });
});
