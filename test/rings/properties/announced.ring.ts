/** A dry run says what the run does, and no more is done; done once, there is nothing left to do. */
import { applyPatch } from 'diff';
import { wordsOf } from './command.ts';
import { editFiles, renderedPaths } from './edits/edit-files.ts';
import { drawCommand, grow, shapes, tryCommand } from './grow.ts';
import { hold, type PropertyRun } from './hold.ts';
import { openShop, type Files, type Shop } from './shop.ts';

interface Announced {
  readonly path: string;
  readonly action: string;
  readonly was?: string;
  readonly diff: string;
}

const toChanges = (stdout: string): readonly Announced[] =>
  (JSON.parse(stdout) as { changes: readonly Announced[] }).changes;

const visible = (files: Files): Files =>
  new Map([...files].filter(([path]) => !path.startsWith('.hut/')));

/** What the files are after the announced diffs; a file that moves takes its text along. */
function applyAnnounced(before: Files, changes: readonly Announced[]): Files {
  const after = new Map(visible(before));
  const writing = changes.filter(({ action }) => action !== 'keep');
  for (const change of writing) after.delete(change.was ?? change.path);
  for (const change of writing) {
    const text = before.get(change.was ?? change.path) ?? '';
    const isGone = change.action === 'delete' || change.diff.includes('\n+++ /dev/null');
    if (!isGone) after.set(change.path, patch(text, change.diff));
  }
  return after;
}

function patch(text: string, diff: string): string {
  if (!diff.includes('@@')) return text;
  const patched = applyPatch(text, diff, { autoConvertLineEndings: false });
  if (patched === false) throw new Error(`The announced diff does not fit:\n${diff}`);
  return patched;
}

/** Values of secrets are drawn when they are written: that the file changes is announced, and its text is not. */
const withoutSecrets = (files: Files): Files =>
  new Map([...files].filter(([path]) => path !== '.env'));

async function compareWithDryRun(
  shop: Shop,
  words: readonly string[],
  { count }: PropertyRun,
): Promise<void> {
  const before = shop.files();
  const dry = await shop.hut([...words, '--dry-run=json']);
  expect(shop.files()).toEqual(before);
  const ran = await shop.hut([...words, '--json']);
  expect([0, 5]).toContain(ran.exitCode);
  const [announced, done] = [toChanges(dry.stdout), toChanges(ran.stdout)];
  expect(announced).toEqual(done);
  const after = visible(shop.files());
  const hasEnv = announced.some(({ path }) => path === '.env');
  if (!hasEnv) expect(after.get('.env')).toBe(before.get('.env'));
  expect(withoutSecrets(after)).toEqual(withoutSecrets(applyAnnounced(before, announced)));
  count('announced changes', announced.length);
}

it('a run writes what its dry run announced, and nothing else', async () => {
  await hold('announced', 10, async (run) => {
    const { draw, count } = run;
    const shop = run.keep(await openShop());
    await grow(shop, run, 4);
    for (let round = 0; round < 6; round++) {
      const words = wordsOf(drawCommand(shop, draw));
      const clean = shop.files();
      shop.restore(
        editFiles(clean, draw.shuffled(renderedPaths(clean)).slice(0, draw.below(20)), draw),
      );
      const policy = ['--on-conflict', draw.pick(['mine', 'next', 'markers'])];
      const isTaken = (await shop.hut([...words, ...policy, '--dry-run'])).exitCode === 0;
      if (isTaken) await compareWithDryRun(shop, [...words, ...policy], run);
      count(isTaken ? 'dry runs' : 'refused');
      shop.restore(clean);
    }
  });
}, 600_000);

it('what is done is done: nothing is left to write, and the same again is refused or nothing', async () => {
  await hold('again', 10, async (run) => {
    const { count } = run;
    const shop = run.keep(await openShop());
    await grow(shop, run, 2);
    for (let round = 0; round < 6; round++) {
      const step = await tryCommand(shop, run, shapes);
      if (step === null) continue;
      const before = shop.files();
      for (const words of [['sync'], ['build']]) {
        const { exitCode, stdout } = await shop.hut([...words, '--json']);
        expect({ exitCode, changes: toChanges(stdout) }).toEqual({ exitCode: 0, changes: [] });
        expect(shop.files()).toEqual(before);
      }
      if (step.command.shape.verb !== 'add') continue;
      const { exitCode } = await shop.hut([...wordsOf(step.command), '--json']);
      count(exitCode === 0 ? 'done again' : 'refused again');
      expect(shop.files()).toEqual(before);
    }
  });
}, 600_000);
