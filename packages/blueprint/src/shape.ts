import type { Entity } from './entity/entity.ts';

/** What one option of a feature may be. */
export type OptionValue = string | number | boolean | readonly string[];

/** The options of one feature, by name, defaults filled in. */
export type FeatureOptions = Readonly<Record<string, OptionValue>>;

/** The parsed hut.yaml: what a person decided about a project, and nothing derived. */
export interface Blueprint {
  /** Format of the file. */
  readonly hut: 1;
  /** The version of the generators that renders it. */
  readonly generator: string;
  readonly name: string;
  readonly description: string;
  /** The lowest version supported, as text: "3.11". */
  readonly python: string;
  readonly target: 'fastapi';
  readonly architecture: 'layered';
  readonly database: 'sqlite' | 'postgresql' | 'mysql';
  readonly ids: 'uuid' | 'int';
  /** Sorted by id. */
  readonly features: Readonly<Record<string, FeatureOptions>>;
  /** Sorted by name; the fields of each in the order of the file. */
  readonly entities: readonly Entity[];
  /** Services of no entity, sorted. */
  readonly services: readonly string[];
  /** Paths that belong to the user, sorted. */
  readonly own: readonly string[];
  /** Package name to exact version, sorted. */
  readonly plugins: Readonly<Record<string, string>>;
}
