import { spliceBlueprint } from './splice/splice-blueprint.ts';
import { readSource } from './yaml/source.ts';
import type { Splice } from './splice/splice.ts';
import { COLLECTION_KEYS, SCALAR_KEYS } from './top-keys.ts';

/** What a blueprint gets that does not say it itself. */
export interface FillDefaults {
  readonly file: string;
  readonly generator: string;
  readonly name: string;
}

/** The text of a `--from` file with every absent key written in; throws HutError where it is no YAML map. */
export function fillBlueprint(text: string, { file, generator, name }: FillDefaults): string {
  const { data } = readSource(text, file);
  const rules = Object.entries(SCALAR_KEYS);
  const scalars = rules.map(([key, rule]) => [key, 'default' in rule ? rule.default : '']);
  const defaults = Object.entries<unknown>({
    ...Object.fromEntries(scalars),
    generator,
    name,
    ...COLLECTION_KEYS,
  });
  const absent = defaults.filter(([key]) => (data[key] ?? undefined) === undefined);
  const splices = absent.map(([key, value]): Splice => ({ set: [key], value }));
  return spliceBlueprint(text, splices, file);
}
