/** What a command added, its inverse takes away: to the byte, hut.yaml included. */
import { everything } from './everything.ts';
import { drawCommand, grow, shapes, tryCommand } from './grow.ts';
import { hold } from './hold.ts';
import { findInverse } from './find-inverse.ts';
import { findDifferences, renderedOf } from './same.ts';
import { openShop, type Files } from './shop.ts';
import { toFlags, wordsOf, type CommandShape } from './command.ts';

const grown = everything
  .map(({ definition }) => definition)
  .filter(({ command }) => command === 'add');

it.each(grown.map((definition) => [definition.id, definition] as const))(
  '%s can be removed',
  (_, { verbs }) => {
    expect(verbs).toHaveProperty('remove');
  },
);

it('every example of a feature is gone after its removal, to the byte', async () => {
  const shop = await openShop();
  const before = renderedOf(shop.files());
  for (const { id, options, examples } of grown.filter(({ feature }) => feature)) {
    for (const example of examples) {
      expect((await shop.hut(['add', id, ...toFlags(options, example)])).exitCode).toBe(0);
      expect((await shop.hut(['remove', id])).exitCode).toBe(0);
      expect(findDifferences(before, renderedOf(shop.files()))).toEqual([]);
    }
  }
  shop.remove();
}, 60_000);

/** What has no removal of its own is what `undo` is for. */
const invertible = shapes.filter(
  ({ verb, definition }) => verb !== 'remove' && (verb !== 'add' || 'remove' in definition.verbs),
);

it('every command has an inverse that leaves the bytes from before', async () => {
  const inverted = new Set<CommandShape>();
  await hold('there and back', 12, async (run) => {
    const { count } = run;
    const shop = run.keep(await openShop());
    await grow(shop, run, 4);
    for (let index = 0; index < 8; index++) {
      // First those that had no turn: one that never has is not covered, and fails.
      const left = invertible.filter((shape) => !inverted.has(shape));
      const step = await tryCommand(shop, run, left.length > 0 ? left : invertible);
      const inverse = step && findInverse(step);
      if (!inverse) continue;
      const { exitCode, stderr } = await shop.hut(inverse);
      if (exitCode !== 0) throw new Error(stderr);
      count('inverses');
      inverted.add(step.command.shape);
      expect(findDifferences(renderedOf(step.before), renderedOf(shop.files()))).toEqual([]);
    }
  });
  const never = invertible.filter((shape) => !inverted.has(shape));
  expect(never.map(({ door }) => door.join(' '))).toEqual([]);
}, 600_000);

/** All but `.env`, which is of this machine: what was drawn for it stays. */
const shown = (files: Files): Readonly<Record<string, string>> =>
  Object.fromEntries([...files].filter(([path]) => path !== '.env'));

it('undo leaves the bytes from before a run, whatever it ran over and was answered, and one after another', async () => {
  await hold('undo', 10, async (run) => {
    const { draw, count } = run;
    const shop = run.keep(await openShop());
    const states: Files[] = [];
    for (let round = 0; round < 6; round++) {
      const command = wordsOf(drawCommand(shop, draw));
      // `.env` keeps the URL of the other database, which nobody can ask then what it has.
      if (command.join(' ').startsWith('set database')) continue;
      const before = shop.files();
      const { exitCode } = await shop.hut([
        ...command,
        '--on-conflict',
        draw.pick(['mine', 'next']),
      ]);
      const isDone =
        exitCode === 0 && findDifferences(shown(before), shown(shop.files())).length > 0;
      if (isDone) states.push(before);
    }
    for (const before of states.toReversed()) {
      const { exitCode, stderr } = await shop.hut(['undo']);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(findDifferences(shown(before), shown(shop.files()))).toEqual([]);
      count('runs taken back');
    }
  });
}, 600_000);
