import { didYouMean } from '@hut/errors';
import { fieldError } from './field-error.ts';

/** Modifiers that are a word alone. */
export const FLAGS = [
  'optional',
  'unique',
  'index',
  'cascade',
  'restrict',
  'null',
  'private',
  'readonly',
] as const;

/** Modifiers that have a value behind `=`. */
export const SETTINGS = ['default', 'min', 'max', 'as', 'was'] as const;

type Flag = (typeof FLAGS)[number];
type Setting = (typeof SETTINGS)[number];

/** The modifiers of one field as they were written. */
export interface Modifiers {
  readonly flags: ReadonlySet<Flag>;
  readonly settings: ReadonlyMap<Setting, string>;
}

const ALL: readonly string[] = [...FLAGS, ...SETTINGS.map((name) => `${name}=`)];

const ELSEWHERE: Readonly<Record<string, string>> = {
  required: 'A field is required unless it is optional: leave it out. ',
  nullable: 'Did you mean optional? ',
  nullish: 'Did you mean optional? ',
  uniq: 'Did you mean unique? ',
  hidden: 'Did you mean private? ',
  indexed: 'Did you mean index? ',
};

/** Whether a part of a field is one of its modifiers, so no type. */
export function isModifier(part: string): boolean {
  const [name = ''] = part.split('=');
  return part.includes('=') ? isOneOf(SETTINGS, name) : isOneOf(FLAGS, part);
}

/** The parts behind the type in, modifiers out; throws HutError for an unknown one and one that stands there twice. */
export function parseModifiers(parts: readonly string[]): Modifiers {
  const flags = new Set<Flag>();
  const settings = new Map<Setting, string>();
  for (const part of parts) {
    const [name = '', ...rest] = part.split('=');
    if (isOneOf(FLAGS, part)) addOnce(part, flags.has(part), () => flags.add(part));
    else if (isOneOf(SETTINGS, name) && rest.length > 0) {
      addOnce(name, settings.has(name), () => settings.set(name, rest.join('=')));
    } else throw unknownModifier(part);
  }
  return { flags, settings };
}

function isOneOf<Name extends string>(names: readonly Name[], text: string): text is Name {
  return names.includes(text as Name);
}

function addOnce(name: string, isThere: boolean, add: () => unknown): void {
  if (isThere) throw fieldError(`${name} stands there twice`, 'Keep one of the two.');
  add();
}

function unknownModifier(part: string): Error {
  const list = `Modifiers: ${ALL.join(', ')}.`;
  if (part === '') return fieldError('nothing stands between two colons', 'Remove one of them.');
  if (isOneOf(SETTINGS, part)) return fieldError(`${part} has no value`, `Write ${part}=...`);
  if (/^\d+$/u.test(part)) {
    const hint =
      'A length belongs to string (string:120). A value with a colon needs the long form in hut.yaml: { type: time, default: "12:30" }.';
    return fieldError(`the number ${part} has no meaning here`, hint);
  }
  const known = Object.hasOwn(ELSEWHERE, part) ? ELSEWHERE[part] : undefined;
  return fieldError(`unknown modifier "${part}"`, `${known ?? didYouMean(part, ALL)}${list}`);
}
