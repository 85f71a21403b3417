import type { Site } from './attacked-site.ts';

/** Something that somebody tries, and what comes of it. */
export type Attack = readonly [sentence: string, attack: (site: Site) => Promise<void>];
