import type { Language, Parsed } from './language.ts';

/** A reader of whole texts for a language, which gives it lines. */
export function byText<Tree>(parse: (text: string) => Parsed<Tree>): Language<Tree>['parse'] {
  return (lines) => parse(lines.join('\n'));
}
