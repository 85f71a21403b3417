import { HutError } from '@hut/errors';

/** Keys from the top of hut.yaml to one value; places in lists are numbers as text. */
export type Path = readonly string[];

/** One thing that is wrong in hut.yaml. */
export interface Mistake {
  readonly path: Path;
  /** Whether the key is wrong or its value. */
  readonly at: 'key' | 'value';
  readonly message: string;
  readonly hint: string;
}

/** Notes one mistake and goes on, so that a person sees all of them at once. */
export type Refuse = (path: Path, message: string, hint: string, at?: 'key' | 'value') => undefined;

/** An error about hut.yaml: bad input, nothing written. */
export function blueprintError(message: string, hint: string): HutError {
  return new HutError({ id: 'blueprint', message, hint, exitCode: 3 });
}

/** `entities.Article.price`: a path as people say it, without the key `fields`. */
export function printPath(path: Path): string {
  const isFieldsKey = (index: number) => index === 2 && path[0] === 'entities';
  return path.filter((key, index) => !(isFieldsKey(index) && key === 'fields')).join('.');
}
