/** An entity that a generator brings: what hut.yaml would hold under its name, and the id of the generator. */
export interface Brought {
  readonly name: string;
  readonly by: string;
  readonly value: unknown;
}
