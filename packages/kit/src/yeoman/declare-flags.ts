import type Generator from 'yeoman-generator';
import type { Argument } from '../verb.ts';
import type { Flag } from './flag.ts';

/** Tells Yeoman the flags and the arguments, for `--help` and for flags among the arguments. */
export function declareFlags(
  generator: Generator,
  flags: readonly Flag[],
  takes: readonly Argument[],
): void {
  for (const { name, alias, takes, doc } of flags) {
    const type = takes === 'nothing' ? Boolean : asHanded;
    generator.option(name, { type: type as never, description: doc, ...(alias && { alias }) });
  }
  for (const { name, doc, many } of takes) {
    const type = many ? Array : String;
    generator.argument(name, { type: type as never, required: false, description: doc });
  }
}

/** Yeoman would make a text of everything, and `true` is no text. */
function asHanded(value: unknown): unknown {
  return value;
}
