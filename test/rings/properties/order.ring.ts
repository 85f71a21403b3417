/** The way to a hut.yaml does not matter: in any order, and at once, the commands give the same bytes. */
import { join } from 'node:path';
import { buildFlagOf } from '@hut/kit';
import { toFlags, wordsOf } from './command.ts';
import { everything } from './everything.ts';
import { grow, shapes, tryCommand, type Step } from './grow.ts';
import { hold, type PropertyRun } from './hold.ts';
import { findDifferences, renderedOf } from './same.ts';
import { openShop, type Shop } from './shop.ts';

const adding = shapes.filter(({ verb }) => verb === 'add' || verb === 'set');

/** What is sorted wherever it comes from; in all else the last or the first command has its say. */
const isSorted = (key: string): boolean => key === 'services' || key.endsWith('.layers');

/** Commands of which none has a say in what another one wrote. */
async function growIndependently(shop: Shop, run: PropertyRun): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (let index = 0; index < 12; index++) {
    const step = await tryCommand(shop, run, adding);
    if (step === null) continue;
    const written = steps.flatMap(({ wrote }) => wrote).filter((key) => !isSorted(key));
    const isIndependent = step.wrote.every((key) => !written.includes(key));
    if (isIndependent) steps.push(step);
    else shop.restore(step.before);
  }
  return steps;
}

/** Runs the steps in another order in which each finds the entities that it needs; false where one is refused. */
async function runShuffled(
  shop: Shop,
  steps: readonly Step[],
  { draw }: PropertyRun,
): Promise<boolean> {
  const left = [...draw.shuffled(steps)];
  while (left.length > 0) {
    const there = shop.blueprint().entities.map(({ name }) => name);
    const next = left.findIndex(({ needs }) => needs.every((name) => there.includes(name)));
    const { exitCode } = await shop.hut(wordsOf(left.splice(next, 1)[0]!.command));
    if (exitCode !== 0) return false;
  }
  return true;
}

const differences = (one: Shop, other: Shop): readonly string[] =>
  findDifferences(renderedOf(one.files()), renderedOf(other.files()));

it('independent commands give the same bytes in any order', async () => {
  const counts = await hold('order', 12, async (run) => {
    const [shop, other] = [run.keep(await openShop()), run.keep(await openShop())];
    const steps = await growIndependently(shop, run);
    run.count('steps in two orders', steps.length);
    if (!(await runShuffled(other, steps, run))) return run.count('orders that refuse');
    expect(differences(shop, other)).toEqual([]);
  });
  expect(counts['orders that refuse'] ?? 0).toBeLessThan(counts['runs']! / 4);
}, 600_000);

it('a project built at once from a hut.yaml is the one that grew to it', async () => {
  await hold('init == add', 12, async (run) => {
    const shop = run.keep(await openShop());
    await grow(shop, run, 8);
    const atOnce = run.keep(await openShop('--from', join(shop.root, 'hut.yaml')));
    expect(differences(shop, atOnce)).toEqual([]);
  });
}, 600_000);

it('a project built with features is the one that got them later', async () => {
  const features = everything.map(({ definition }) => definition).filter(({ feature }) => feature);
  expect(features.length).toBeGreaterThan(0);
  await hold('build --with == add', 6, async (run) => {
    const { draw, count } = run;
    const chosen = draw.shuffled(features).slice(0, 1 + draw.below(features.length));
    const withValues = chosen.map(({ id, options, examples }) => ({
      id,
      options,
      values: draw.pick(examples),
    }));
    const flags = withValues.flatMap(({ id, options, values }) => [
      `--with-${id}`,
      ...toFlags(options, values, (name) => buildFlagOf(id, name, options[name]!)),
    ]);
    const [atOnce, grown] = [run.keep(await openShop(...flags)), run.keep(await openShop())];
    for (const { id, options, values } of draw.shuffled(withValues)) {
      expect((await grown.hut(['add', id, ...toFlags(options, values)])).exitCode).toBe(0);
      count('features');
    }
    expect(differences(atOnce, grown)).toEqual([]);
  });
}, 600_000);
