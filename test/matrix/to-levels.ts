import type { Level } from './factor.ts';

/** A rule of the schema of hut.yaml, as far as it says what may stand there. */
export interface Schema {
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
}

/**
 * What may stand there, what stands there anyway first: each choice; yes and no; of a list with choices none, each
 * alone, and all. Where there are no choices, or others than these, it is what the examples say.
 */
export function toLevels(schema: Schema, examples: () => readonly unknown[]): readonly Level[] {
  const choices = toChoices(schema);
  const isClosed = choices.length > 0 && schema.oneOf === undefined;
  const values = [schema.default, ...choices, ...(isClosed ? [] : examples())];
  const texts = values.map(print);
  return values
    .filter((_, index) => texts.indexOf(texts[index]!) === index)
    .map((value) => ({ name: print(value), value }));
}

function toChoices(schema: Schema): readonly unknown[] {
  if (schema.oneOf !== undefined) return toChoices(schema.oneOf[0]!);
  if (schema.enum !== undefined) return schema.enum;
  if (schema.type === 'boolean') return [false, true];
  const each = schema.items?.enum;
  return each === undefined ? [] : [[], ...each.map((one) => [one]), each];
}

function print(value: unknown): string {
  if (value === undefined) return 'absent';
  return JSON.stringify(value).replace(/"([^"]+)"/g, '$1');
}
