import type { Year } from './open-year.ts';

/** What happens, in a sentence, and how. */
export type Step = readonly [title: string, happens: (year: Year) => void];
