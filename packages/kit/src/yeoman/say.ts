import type { Environment } from './environment.ts';

/** Prints a text as it is: Yeoman's logger takes a `%` in its first argument for a format. */
export function say({ adapter }: Environment, text: string): void {
  adapter.log('%s', text);
}
