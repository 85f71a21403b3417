import { didYouMean } from '@hut/errors';
import type { Path, Refuse } from './mistake.ts';
import type { OptionRule } from './rule.ts';
import type { OptionValue } from './shape.ts';

type Rule<Type extends OptionRule['type']> = Extract<OptionRule, { type: Type }>;

/** The value of one option when its rule accepts it; else notes the mistake and returns undefined. */
export function readOption(
  value: unknown,
  rule: OptionRule,
  path: Path,
  refuse: Refuse,
): OptionValue | undefined {
  switch (rule.type) {
    case 'choice':
      return readChoice(value, rule, path, refuse);
    case 'text':
      return readText(value, rule, path, refuse);
    case 'list':
      return readList(value, rule, path, refuse);
    case 'flag':
      return typeof value === 'boolean'
        ? value
        : refuse(path, `${show(value)} is no yes or no`, 'Write true or false.');
    case 'number':
      return readNumber(value, rule, path, refuse);
  }
}

/** A value as it is named in a message: short, quoted when it is text. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return value === null ? 'nothing' : String(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}...` : value);
}

function readChoice(value: unknown, rule: Rule<'choice'>, path: Path, refuse: Refuse) {
  const choices = `Choices: ${rule.choices.join(', ')}.`;
  if (typeof value !== 'string') return refuse(path, `${show(value)} is no choice`, choices);
  if (rule.choices.includes(value)) return value;
  const known = Object.hasOwn(rule.refused ?? {}, value) ? rule.refused?.[value] : undefined;
  const message = known ?? `unknown value ${show(value)}`;
  return refuse(path, message, `${didYouMean(value, rule.choices)}${choices}`);
}

function readText(value: unknown, rule: Rule<'text'>, path: Path, refuse: Refuse) {
  if (typeof value !== 'string') {
    return refuse(path, `${show(value)} is no text`, 'Put it in "double quotes".');
  }
  if (matches(value, rule.pattern)) return value;
  return refuse(path, `${show(value)} is not what fits here`, `It must be ${expected(rule)}.`);
}

function readList(value: unknown, rule: Rule<'list'>, path: Path, refuse: Refuse) {
  const item = typeof value === 'string' ? value : (rule.choices?.[0] ?? 'one');
  const example = `Write a list: ${path.at(-1) ?? ''}: [${item}].`;
  if (!Array.isArray(value)) return refuse(path, `${show(value)} is no list`, example);
  const wrong = value.findIndex((item, index) => !readItem(item, index, value, rule, path, refuse));
  return wrong === -1 ? (value as readonly string[]) : undefined;
}

function readItem(
  item: unknown,
  index: number,
  items: readonly unknown[],
  rule: Rule<'list'>,
  path: Path,
  refuse: Refuse,
): boolean {
  const place = [...path, String(index)];
  const read = rule.choices
    ? readChoice(item, { type: 'choice', choices: rule.choices }, place, refuse)
    : readText(item, { ...rule, type: 'text', default: '' }, place, refuse);
  if (read === undefined) return false;
  if (items.indexOf(item) === index) return true;
  refuse(place, `${show(item)} stands in this list a second time`, 'Keep one of the two.');
  return false;
}

function readNumber(value: unknown, rule: Rule<'number'>, path: Path, refuse: Refuse) {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return refuse(path, `${show(value)} is no number`, 'Write it in digits, without quotes.');
  }
  const { min = -Infinity, max = Infinity } = rule;
  if (value >= min && value <= max) return value;
  return refuse(path, `${String(value)} is out of bounds`, boundsOf(min, max));
}

function boundsOf(min: number, max: number): string {
  if (max === Infinity) return `It must be at least ${String(min)}.`;
  if (min === -Infinity) return `It must be at most ${String(max)}.`;
  return `It must be between ${String(min)} and ${String(max)}.`;
}

function matches(text: string, pattern: string | undefined): boolean {
  return pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text);
}

function expected({ expects, pattern }: { expects?: string; pattern?: string }): string {
  return expects ?? `text like ${String(pattern)}`;
}
