import { join } from 'node:path';
import { add, anotherGenerator, type Tasks } from './another-generator.ts';
import { openEnvironment, type Environment } from './open-environment.ts';
import { openFolder, type Folder } from './open-folder.ts';
import { openSite, type Site } from './site.ts';

/** What a run needs that asks nothing and starts no tool. */
export const quick = { yes: true, install: false, git: false };

/** A folder, generators, and ways to run them. */
export interface Bench {
  readonly folder: Folder;
  readonly site: Site;
  /** A Yeoman in the folder, or in one below it. */
  readonly yo: (answers?: Record<string, unknown>, at?: string) => Environment;
  /** Runs another generator that composes the builder for the folder `shop`, and does the tasks. */
  readonly compose: (tasks: Tasks, options?: object, env?: Environment) => Promise<void>;
  /** Runs the builder alone. */
  readonly build: (options?: object) => Promise<void>;
}

/** A new bench; its folder is to be removed. */
export function openBench(): Bench {
  const [folder, site] = [openFolder(), openSite()];
  const yo: Bench['yo'] = (answers = {}, at = '') =>
    openEnvironment(join(folder.root, at), site, answers);
  const compose: Bench['compose'] = (tasks, options = {}, env = yo()) =>
    env.run(
      anotherGenerator({
        ...tasks,
        async initializing() {
          await tasks.initializing?.call(this);
          await add(this, 'hut:site', ['shop'], { ...quick, ...options });
        },
      }),
    );
  const build: Bench['build'] = (options = {}) =>
    yo().run('hut:site', ['shop'], { ...quick, ...options });
  return { folder, site, yo, compose, build };
}
