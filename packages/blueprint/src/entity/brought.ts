import type { Path } from '../mistake.ts';

/** Where hut.yaml says what a brought entity is called, and what it is called when nothing is said there. */
export interface NamedAt {
  readonly path: Path;
  readonly fallback: string | undefined;
}

/** An entity that a generator brings: what hut.yaml would hold under its name, and the id of the generator. */
export interface Brought {
  readonly name: string;
  readonly by: string;
  readonly value: unknown;
  /** Absent when its name is not for the person to choose. */
  readonly namedAt?: NamedAt;
}
