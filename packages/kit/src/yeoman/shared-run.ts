import { HutError } from '@hut/errors';
import type { Keep } from '@hut/reconcile';
import type { Amendment } from '../amendment.ts';
import type { Draft } from '../draft-blueprint.ts';
import type { Lookup } from '../lookup.ts';
import type { Report } from '../report.ts';
import type { Environment } from './environment.ts';
import { joinManners, type Manner } from './manner.ts';
import type { SetUp } from './set-up-run.ts';

/** The project of a run. */
export interface Project {
  readonly root: string;
  /** There was no hut.yaml when the run began. */
  readonly isNew: boolean;
  readonly from: Draft['from'];
}

/** What this run has rendered into the shared files and not yet committed. */
export interface RenderedRun {
  readonly hutYaml: string;
  /** What the next rendering in this run merges from. */
  readonly base: ReadonlyMap<string, string>;
  /** What the project stored when the run began. */
  readonly stored: ReadonlyMap<string, string>;
  /** Files that stay for a reason that the first rendering saw, and later ones don't. */
  readonly notes: ReadonlyMap<string, Keep>;
}

/**
 * What all hut generators of one Yeoman environment do together:
 *
 *     generator, generator, ... -> amendments -> ONE blueprint -> shared in-memory files -> ONE commit
 *     (prompting ... default)                    (writing)                                  (conflicts)
 */
export interface SharedRun {
  readonly env: Environment;
  readonly version: string;
  /** The commit that the first generator offers to Yeoman. */
  commit: (() => Promise<void>) | null;
  lookup: Lookup;
  manner: Manner;
  project: Project | null;
  /** What each generator was asked, for the record of the run. */
  commands: readonly string[];
  amendments: readonly Amendment[];
  rendered: RenderedRun | null;
  /** What the last commit of this run came to. */
  report: Report | null;
  /** What is to be done once for a new project, after its commit. */
  setUp: SetUp | null;
  /** What to run next, said once at the end. */
  next: Report['next'] | null;
}

/** By this name on the environment, because two copies of the kit must find the same run; a module's variable would be two. */
const place = Symbol.for('generator-hut.run');

interface Joining {
  readonly lookup: Lookup;
  readonly version: string;
  readonly manner: Manner;
}

/** The run of an environment, joined by one more generator. Throws HutError `two-versions`. */
export function joinRun(env: Environment, { lookup, version, manner }: Joining): SharedRun {
  const holder = env as { [place]?: SharedRun };
  const run = (holder[place] ??= openRun(env, version, manner));
  if (run.version !== version) throw twoVersions(run.version, version);
  const known = new Set(run.lookup.map(({ definition }) => definition.id));
  run.lookup = [...run.lookup, ...lookup.filter(({ definition }) => !known.has(definition.id))];
  run.manner = joinManners(run.manner, manner);
  return run;
}

/** The run of an environment, where a hut generator has joined one. */
export function findRun(env: Environment): SharedRun | undefined {
  return (env as { [place]?: SharedRun })[place];
}

function openRun(env: Environment, version: string, manner: Manner): SharedRun {
  return {
    env,
    version,
    commit: null,
    lookup: [],
    manner,
    project: null,
    commands: [],
    amendments: [],
    rendered: null,
    report: null,
    setUp: null,
    next: null,
  };
}

function twoVersions(one: string, other: string): HutError {
  return new HutError({
    id: 'two-versions',
    message: `generator-hut ${one} and ${other} run together, and a project is rendered by one version`,
    hint: 'Install one version where all generators find it.',
  });
}
