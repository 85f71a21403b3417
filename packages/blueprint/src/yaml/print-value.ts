import { sortKeys } from '../key-order.ts';
import type { Path } from '../mistake.ts';

/** Words that some reader of YAML takes for something other than text. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/iu;
const PLAIN = /^[\p{L}_](?:[\p{L}\p{N}_./@+=;!?()' -]|:(?=[\p{L}\p{N}_]))*$/u;
const PLAIN_OUTSIDE_FLOW = /^[\p{L}_](?:[\p{L}\p{N}_./@+=;!?()', -]|:(?=[\p{L}\p{N}_]))*$/u;
const VERSION = /^\d+\.\d+\.\d+$/u;
/** JSON leaves these as they are; readers of YAML break lines at some and refuse others. */
const UNPRINTABLE = /[\u007F-\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;

/** Whether the text stands inside `{ }` or `[ ]`, where a comma ends it. */
export type Style = 'block' | 'flow';

/** A value as YAML on one line: texts quoted where any reader would need it, keys in the order of their path. */
export function printValue(value: unknown, style: Style, path: Path): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => printValue(item, 'flow', path)).join(', ')}]`;
  }
  if (value !== null && typeof value === 'object') return printMap(value, path);
  return typeof value === 'string' ? printText(value, style) : String(value);
}

/** A text as YAML on one line: plain when that is safe, else in double quotes. */
export function printText(text: string, style: Style): string {
  const pattern = style === 'flow' ? PLAIN : PLAIN_OUTSIDE_FLOW;
  const isPlain = (pattern.test(text) || VERSION.test(text)) && !WORDS.test(text);
  return isPlain && !text.endsWith(' ') ? text : quoteDouble(text);
}

/** A text in double quotes, whatever is in it. */
export function quoteDouble(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLE, escapeUnit);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function printMap(value: object, path: Path): string {
  const values = new Map<string, unknown>(Object.entries(value));
  if (values.size === 0) return '{}';
  const pairs = sortKeys(path, [...values.keys()]).map(
    (key) => `${printText(key, 'flow')}: ${printValue(values.get(key), 'flow', [...path, key])}`,
  );
  return `{ ${pairs.join(', ')} }`;
}
