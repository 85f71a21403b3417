import type { Blueprint, Entity } from '@hut/blueprint';
import type { Assembled, Contribution, ProjectFile } from '@hut/render';
import type { Examine } from './doctor/examine.ts';
import type { IsUsed, Make } from './make.ts';
import type { Option, Values } from './option.ts';
import type { Verb, VERBS } from './verb.ts';

/** What the files of one folder of templates print. */
type ViewOf = (assembled: Assembled) => object;

/** What a generator sees while it contributes: the whole blueprint, its own options, its templates. */
export interface Context {
  readonly blueprint: Blueprint;
  /** All entities of the project, by name. */
  readonly entities: readonly Entity[];
  /** Its options in hut.yaml, or the defaults when another generator brought it. */
  readonly options: Values;
  /** Whether a generator of this project provides a capability. */
  readonly has: (capability: string) => boolean;
  /**
   * A file for each template below a folder of its templates for the target: `all`, or one folder a condition.
   * `[name]` in a path is that of `names`; `about` says for people what of hut.yaml these are of.
   */
  readonly files: (
    folder: string,
    view?: ViewOf,
    names?: Readonly<Record<string, string>>,
    about?: string,
  ) => readonly Contribution<ProjectFile>[];
  /**
   * The same for one entity: `[entity]` in a path is its name in snake case, `[entities]` its plural.
   * The files of an entity that was renamed know where they stood before.
   */
  readonly entityFiles: (
    folder: string,
    entity: Entity,
    view: ViewOf,
  ) => readonly Contribution<ProjectFile>[];
}

/** One command, as data. */
export interface Definition {
  /** `yo hut:<id>` = `hut add <id>`. */
  readonly id: string;
  /** Other names for it behind `hut add` and the like. */
  readonly aliases: readonly string[];
  readonly summary: string;
  /** The command of `hut` that runs it: `build` makes a project, `add` grows one, `itself` is called by its own name. */
  readonly command: 'build' | 'add' | 'itself';
  /** Further commands that it declares: definitions that contribute nothing of their own. */
  readonly commands: readonly Definition[];
  readonly options: Readonly<Record<string, Option>>;
  /** The words behind `hut add <id>`. */
  readonly arguments: Verb['arguments'];
  /** Option sets that every property test runs over. */
  readonly examples: readonly Values[];
  /** Sections of hut.yaml that it makes something of; one that nobody builds is refused. */
  readonly builds: readonly ('entities' | 'services')[];
  readonly provides: readonly string[];
  /** Capabilities that it needs with these options. */
  readonly requires: (options: Values) => readonly string[];
  /** Whether it takes part in rendering a project with these features. */
  readonly isActive: (blueprint: Pick<Blueprint, 'features'>) => boolean;
  /** Entities that it brings, by name, as hut.yaml would hold them; fields are united with those of the same name there. */
  readonly brings: (options: Values) => Readonly<Record<string, unknown>>;
  /** What one run of its command changes in hut.yaml. */
  readonly amend: Verb['amend'];
  /** What its other commands change: `hut remove <id>` and the like. */
  readonly verbs: Readonly<Partial<Record<(typeof VERBS)[number], Verb>>>;
  readonly contribute: (context: Context) => readonly Contribution[];
  /** What it makes once, from what the project holds; never rendered again. */
  readonly make?: Make;
  /** Whether somebody may rely already on a file that it made once. */
  readonly isUsed?: IsUsed;
  /** What `hut doctor` asks it about a project. */
  readonly examine?: Examine;
  /**
   * Where earlier versions had a template, by where it is now: `{ '@core/paging.py': ['@core/pages.py'] }`. What
   * people wrote into the file moves with it.
   */
  readonly moved: Readonly<Record<string, readonly string[]>>;
  /** Remembered under `features` of hut.yaml. */
  readonly feature: boolean;
}

type Declared = Pick<Definition, 'id' | 'summary'> & Partial<Definition>;

/**
 * A generator from its declaration.
 * A feature is active when hut.yaml has it, and its commands remember and forget its options there, unless told
 * otherwise; any other generator is always active, and contributes what the blueprint asks of it.
 */
export function defineGenerator(declared: Declared): Definition {
  const { id, feature = false } = declared;
  const forget: Verb = { arguments: [], amend: () => [{ remove: ['features', id] }] };
  return {
    command: 'add',
    commands: [],
    aliases: [],
    options: {},
    arguments: [],
    examples: [{}],
    builds: [],
    provides: [],
    requires: () => [],
    isActive: ({ features }) => !feature || id in features,
    amend: rememberOptions(id),
    verbs: feature ? { remove: forget } : {},
    brings: () => ({}),
    contribute: () => [],
    moved: {},
    ...declared,
    feature,
  };
}

/**
 * Writes the options of a command under the feature `id`. Of a feature that is there a command decides what it says,
 * and nothing else.
 */
export function rememberOptions(id: string): Verb['amend'] {
  const path = ['features', id];
  return ({ values, written }) =>
    written(path) === undefined
      ? [{ set: path, value: values }]
      : Object.entries(values).map(([name, value]) => ({ set: [...path, name], value }));
}
