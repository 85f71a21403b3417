/**
 * Every generator of this package, found by its folder. The build replaces this module by one that imports the same,
 * with the templates compiled (scripts/lookup-plugin.mjs).
 */
import { readGenerators } from '@hut/kit/read-generators';
import type { Lookup } from '@hut/kit';

/** The generators of this package, by id, each followed by the commands that it declares. */
export const lookup: Lookup = await readGenerators(new URL('./', import.meta.url));
