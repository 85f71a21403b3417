import type Generator from 'yeoman-generator';
import type { Flag } from './flag.ts';

/** Tells Yeoman the flags, and a builder's argument, for `--help` and for flags among the arguments. */
export function declareFlags(
  generator: Generator,
  flags: readonly Flag[],
  isBuilder: boolean,
): void {
  for (const { name, alias, takes, doc } of flags) {
    const type = takes === 'nothing' ? Boolean : asHanded;
    generator.option(name, { type: type as never, description: doc, ...(alias && { alias }) });
  }
  if (!isBuilder) return;
  const description = 'Folder of the project, named after its last part';
  generator.argument('folder', { type: String, required: false, description });
}

/** Yeoman would make a text of everything, and `true` is no text. */
function asHanded(value: unknown): unknown {
  return value;
}
