import { printText, quoteDouble } from './yaml/print-value.ts';
import { spliceBlueprint } from './splice/splice-blueprint.ts';
import type { Splice } from './splice/splice.ts';
import { COLLECTION_KEYS, FORMAT, SCALAR_KEYS, type ScalarKey } from './top-keys.ts';

/** What the first hut.yaml of a project says; what is absent has its default, and what is empty is written as empty. */
export interface FirstBlueprint {
  readonly generator: string;
  readonly name: string;
  readonly description?: string;
  readonly python?: string;
  readonly target?: string;
  readonly architecture?: string;
  readonly database?: string;
  readonly ids?: string;
  readonly features?: Readonly<Record<string, object>>;
  /** By name, as `toEntityValue` gives them. */
  readonly entities?: Readonly<Record<string, object>>;
  readonly services?: readonly string[];
  readonly own?: readonly string[];
  readonly plugins?: Readonly<Record<string, string>>;
  /** Where editors find the JSON schema. */
  readonly schema?: string;
}

const HEADER = '# The blueprint of this project. Edit it, then run: hut sync';

const NOTES: Readonly<Record<string, string>> = {
  hut: 'format of this file',
  generator: 'the version that renders it',
  python: 'the lowest version supported',
  ids: SCALAR_KEYS.ids.choices.join(' | '),
};

/**
 * The text of a new hut.yaml. What grows is spliced into the empty file, so that a project that is
 * built with a feature and one that gets it later have the same text.
 */
export function printBlueprint(values: FirstBlueprint): string {
  const keys = Object.keys(SCALAR_KEYS) as ScalarKey[];
  const empty = Object.entries(COLLECTION_KEYS);
  const lines = [
    ...(values.schema === undefined ? [] : [`# yaml-language-server: $schema=${values.schema}`]),
    HEADER,
    printLine('hut', String(FORMAT)),
    ...keys.map((key) => printLine(key, printScalar(key, values))),
    ...empty.map(([key, value]) => printLine(key, JSON.stringify(value))),
  ];
  return spliceBlueprint(`${lines.join('\n')}\n`, growing(values));
}

function printLine(key: string, value: string): string {
  const note = NOTES[key];
  return note === undefined ? `${key}: ${value}` : `${key}: ${value}  # ${note}`;
}

function printScalar(key: ScalarKey, values: FirstBlueprint): string {
  const rule = SCALAR_KEYS[key];
  const value = values[key] ?? ('default' in rule ? rule.default : '');
  return key === 'description' ? quoteDouble(value) : printText(value, 'block');
}

function growing(values: FirstBlueprint): readonly Splice[] {
  const maps = (['features', 'entities', 'plugins'] as const).flatMap((key) =>
    Object.entries(values[key] ?? {}).map(([name, value]): Splice => ({ set: [key, name], value })),
  );
  const lists = (['services', 'own'] as const).flatMap((key) =>
    (values[key] ?? []).map((item): Splice => ({ add: [key], item })),
  );
  return [...maps, ...lists];
}
