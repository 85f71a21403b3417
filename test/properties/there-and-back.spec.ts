/** What a command added, its inverse takes away: to the byte, hut.yaml included. */
import { everything } from './everything.ts';
import { drawCommand, grow, shapes, tryCommand, type Step } from './grow.ts';
import { hold } from './hold.ts';
import { findInverse } from './find-inverse.ts';
import { findDifferences, renderedOf } from './same.ts';
import { openShop, type Files } from './shop.ts';
import { toFlags, wordsOf } from './command.ts';

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

it('every command has an inverse that leaves the bytes from before', async () => {
  const inverted = new Set<string>();
  await hold('there and back', 12, async (run) => {
    const { count } = run;
    const shop = run.keep(await openShop());
    await grow(shop, run, 4);
    for (let index = 0; index < 8; index++) {
      const step = await tryCommand(shop, run, shapes);
      const inverse = step && findInverse(step);
      if (!inverse) continue;
      const { exitCode, stderr } = await shop.hut(inverse);
      count(exitCode === 0 ? 'inverses' : 'inverses that are refused');
      if (exitCode !== 0) throw new Error(stderr);
      inverted.add(doorOf(step));
      expect(findDifferences(renderedOf(step.before), renderedOf(shop.files()))).toEqual([]);
    }
  });
  const invertible = shapes
    .filter(({ verb }) => verb !== 'remove')
    .map(({ door }) => door.join(' '));
  process.stdout.write(
    `never inverted: ${invertible.filter((door) => !inverted.has(door)).join(', ') || 'none'}\n`,
  );
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

const doorOf = ({ command: { shape } }: Step): string => shape.door.join(' ');
