import Generator from 'yeoman-generator';

type Task = (this: Generator) => unknown;

/** What another generator does in each phase of Yeoman. */
export interface Tasks {
  readonly initializing?: Task;
  readonly configuring?: Task;
  readonly default?: Task;
  readonly writing?: Task;
  readonly conflicts?: Task;
  readonly install?: Task;
  readonly end?: Task;
}

/** A generator of somebody else, that does as told. */
export function anotherGenerator(tasks: Tasks): typeof Generator {
  const Another = class extends Generator {};
  for (const [phase, task] of Object.entries(tasks))
    Another.prototype[phase as never] = task as never;
  return Another as never;
}

/** Composes a hut generator, as a generator in JavaScript does. */
export async function add(
  generator: Generator,
  namespace: string,
  args: readonly string[],
  options: object,
): Promise<void> {
  await generator.composeWith(namespace, [...args], options as never);
}
