import type { Blueprint, Splice } from '@hut/blueprint';
import type { Assembled, Contribution, ProjectFile } from '@hut/render';
import type { Option, Values } from './option.ts';

/** What a generator sees while it contributes: the whole blueprint, its own options, its templates. */
export interface Context {
  readonly blueprint: Blueprint;
  /** Its options in hut.yaml, or the defaults when another generator brought it. */
  readonly options: Values;
  /** A file for each template below a folder of its templates for the target: `all`, or one folder a condition. */
  readonly files: (
    folder: string,
    view?: (assembled: Assembled) => object,
    names?: Readonly<Record<string, string>>,
  ) => readonly Contribution<ProjectFile>[];
}

/** One command, as data. */
export interface Definition {
  /** `yo hut:<id>` = `hut add <id>`. */
  readonly id: string;
  readonly summary: string;
  /** The command of `hut` that runs it: `build` makes a project, `add` grows one. */
  readonly command: 'build' | 'add';
  readonly options: Readonly<Record<string, Option>>;
  /** Option sets that every property test runs over. */
  readonly examples: readonly Values[];
  /** Sections of hut.yaml that it makes something of; one that nobody builds is refused. */
  readonly builds: readonly ('entities' | 'services' | 'plugins')[];
  readonly provides: readonly string[];
  readonly requires: readonly string[];
  /** Whether it takes part in rendering this blueprint. */
  readonly isActive: (blueprint: Blueprint) => boolean;
  /** What one run of its command changes in hut.yaml. */
  readonly amend: (values: Values) => readonly Splice[];
  readonly contribute: (context: Context) => readonly Contribution[];
  /** Remembered under `features` of hut.yaml. */
  readonly feature: boolean;
}

type Declared = Pick<Definition, 'id' | 'summary' | 'contribute'> & Partial<Definition>;

/**
 * A generator from its declaration.
 * A feature is active when hut.yaml has it, and its command remembers its options there, unless told otherwise.
 */
export function defineGenerator(declared: Declared): Definition {
  return {
    command: 'add',
    options: {},
    examples: [{}],
    builds: [],
    provides: [],
    requires: [],
    feature: false,
    isActive: ({ features }) => declared.id in features,
    amend: (values) => [{ set: ['features', declared.id], value: values }],
    ...declared,
  };
}
