import { shellText } from '@hut/render';
import { buildFlagOf, type Amendment } from './amendment.ts';
import type { Values } from './option.ts';

interface Build {
  /** How the builder is called: `hut build`, `yo hut`. */
  readonly door: string;
  readonly path: string | undefined;
  readonly from: string | undefined;
  /** The builder's first, then those of the features. */
  readonly amendments: readonly Amendment[];
}

/** The one command that repeats a build. */
export function repeatCommand({ door, path, from, amendments }: Build): string {
  const [builder, ...features] = amendments as [Amendment, ...Amendment[]];
  const words = [
    door,
    ...(path === undefined ? [] : [shellText(path)]),
    ...(from === undefined ? [] : ['--from', shellText(from)]),
    ...repeatWords(builder.values),
    ...features.flatMap(repeatFeature),
  ];
  return words.join(' ');
}

function repeatFeature({ definition: { id, options }, args = [], values }: Amendment): string[] {
  const flagOf = (name: string): string => buildFlagOf(id, name, options[name]!);
  return [`--with-${id}`, ...args.map(shellText), ...repeatWords(values, flagOf)];
}

/** The flags that give these values again. */
export function repeatWords(
  values: Values,
  flagOf: (name: string) => string = (name) => name,
): readonly string[] {
  return Object.entries(values)
    .filter(([, value]) => value !== false && value !== '')
    .map(([name, value]) =>
      value === true ? `--${flagOf(name)}` : `--${flagOf(name)} ${shellText(String(value))}`,
    );
}
