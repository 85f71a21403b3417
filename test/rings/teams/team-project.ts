import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Splice } from '@hut/blueprint';
import { defineGenerator, type Lookup } from '@hut/kit';
import { setting } from '@hut/render';
import { compileTemplate } from '@hut/render/compile';
import { openTestProject, runTool, type TestProject } from '@hut/testing';
import { lookup } from '../../../generators/lookup.ts';

/** A feature as any: a setting, and a file of its own. */
const badge = defineGenerator({
  id: 'badge',
  summary: 'A badge',
  feature: true,
  contribute: ({ files }) => [
    setting('badge_color', 'str', { default: '"green"', example: 'green', doc: 'Its color' }),
    ...files('all'),
  ],
});

/** The generators of the product and one feature. */
export const withFeature: Lookup = [
  ...lookup,
  {
    definition: badge,
    templates: {
      'fastapi/all/app/core/badge.py': compileTemplate(
        '"""The badge."""\n\nBADGE = "hut"\n',
        'badge',
      ),
    },
  },
];

/** A project of a team: on disk, in git. */
export interface TeamProject extends TestProject {
  readonly git: (...args: readonly string[]) => string;
  /** Takes all that is there into a commit. */
  readonly save: (message: string) => void;
  /** Puts the folder back to a branch, without what is not in git but the Python environment. */
  readonly reset: (branch: string) => void;
  /** Merges a branch; gives the paths that git could not merge. */
  readonly merge: (branch: string, ...options: readonly string[]) => readonly string[];
}

/** A new empty project in git. */
export function openTeamProject(): TeamProject {
  const project = openTestProject(withFeature);
  const git = (...args: readonly string[]): string =>
    runTool(
      'git',
      ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args],
      project.root,
      'apt-get install git',
    );
  return {
    ...project,
    git,
    save: (message) => {
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
    },
    reset: (branch) => {
      git('checkout', '--quiet', '--force', branch);
      git('clean', '--quiet', '-fdx', '--exclude', '.venv');
      rmSync(join(project.root, '.git/MERGE_HEAD'), { force: true });
    },
    merge: (branch, ...options) => mergeInto(git, branch, options),
  };
}

function mergeInto(
  git: TeamProject['git'],
  branch: string,
  options: readonly string[],
): readonly string[] {
  try {
    git('merge', '--quiet', '--no-commit', '--no-ff', ...options, branch);
  } catch {
    // What git could not merge is listed below.
  }
  return git('diff', '--name-only', '--diff-filter=U')
    .split('\n')
    .filter((path) => path !== '');
}

/** An edit of hut.yaml: an entity with routes. */
export function withEntity(name: string, fields: Readonly<Record<string, string>>): Splice {
  return { set: ['entities', name], value: { fields, layers: 'endpoint' } };
}
