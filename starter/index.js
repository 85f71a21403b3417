import { readGenerators } from 'generator-hut/kit';

/** Every folder of `generators` is one, and `hut` takes them from here. */
export const lookup = await readGenerators(new URL('./generators/', import.meta.url));
