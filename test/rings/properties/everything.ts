import type { Lookup } from '@hut/kit';
import { lookup } from '../../../generators/lookup.ts';
import { madeUpFeatures } from '../../made-up-features.ts';

/** A package of somebody else, as its main module exports it: with the built kit, which is another copy than ours. */
const another = (await import('../plugins/fixtures/generator-hut-greeting/index.js' as string)) as {
  readonly lookup: Lookup;
};

/**
 * Every generator there is, found by its folder, the made-up features, and those of another package: whatever holds,
 * holds over all of them.
 */
export const everything: Lookup = [...lookup, ...madeUpFeatures, ...another.lookup];

/** A hut.yaml that names that package. */
export const withPackages = [
  'hut: 1',
  'plugins:',
  ...another.lookup.map(({ from }) => `  ${from!.name}: ${from!.version}`),
  '',
].join('\n');
