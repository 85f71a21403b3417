import { yamlScalar, yamlText } from './yaml.ts';

/** What YAML holds: a text, a number, a boolean, lists and mappings of them. What is undefined is left out. */
export type YamlValue =
  | string
  | number
  | boolean
  | undefined
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/** A mapping as lines of block YAML; a list of texts alone stands on one line where it is short. */
export function yamlBlock(mapping: Readonly<Record<string, YamlValue>>): readonly string[] {
  return Object.entries(mapping).flatMap(([key, value]) =>
    value === undefined ? [] : entry(`${scalar(key)}:`, value),
  );
}

/** `head` is `key:` or `-`. */
function entry(head: string, value: YamlValue): readonly string[] {
  if (value === undefined || typeof value !== 'object') return [`${head} ${scalar(value ?? '')}`];
  const flow = flowOf(value);
  if (flow !== undefined && head.length + flow.length < width) return [`${head} ${flow}`];
  if (isList(value)) return [head, ...value.flatMap((one) => indent(entry('-', one)))];
  const lines = indent(yamlBlock(value));
  // The first key of a mapping in a list stands behind its dash.
  return head === '-' ? [`- ${lines[0]!.trimStart()}`, ...lines.slice(1)] : [head, ...lines];
}

/** On one line: lists of scalars, and what is empty. */
function flowOf(value: readonly YamlValue[] | object): string | undefined {
  if (!isList(value)) return Object.keys(value).length === 0 ? '{}' : undefined;
  if (value.some((one) => typeof one === 'object')) return undefined;
  return `[${value.map((one) => quoted(one as string | number | boolean)).join(', ')}]`;
}

const width = 90;

function isList(value: object): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function scalar(value: string | number | boolean): string {
  return typeof value === 'string' ? yamlScalar(value) : String(value);
}

/** In a list on one line, texts are quoted: they are words of a command. */
function quoted(value: string | number | boolean): string {
  return typeof value === 'string' ? yamlText(value) : String(value);
}
