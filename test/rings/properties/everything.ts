import type { Lookup } from '@hut/kit';
import { lookup } from '../../../generators/lookup.ts';
import { madeUpFeatures } from './made-up-features.ts';

/** Every generator there is, found by its folder, and the made-up features: whatever holds, holds over all of them. */
export const everything: Lookup = [...lookup, ...madeUpFeatures];
