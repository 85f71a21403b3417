import { shellText } from '@hut/render';
import type { Amendment } from './amendment.ts';
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
    ...repeatWords('', builder.values),
    ...features.flatMap(({ definition: { id }, values }) => [
      `--with-${id}`,
      ...repeatWords(`${id}-`, values),
    ]),
  ];
  return words.join(' ');
}

/** The flags that give these values again. */
export function repeatWords(prefix: string, values: Values): readonly string[] {
  return Object.entries(values)
    .filter(([, value]) => value !== false && value !== '')
    .map(([name, value]) =>
      value === true ? `--${prefix}${name}` : `--${prefix}${name} ${shellText(String(value))}`,
    );
}
