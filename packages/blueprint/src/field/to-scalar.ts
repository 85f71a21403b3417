import { parseDefault } from './field-default.ts';
import { fieldError } from './field-error.ts';
import { keyBytesOf, MOST_KEY_BYTES } from './key-bytes.ts';
import type { Modifiers } from './field-modifiers.ts';
import { compareNumbers, refuseNumber } from './field-number.ts';
import type { Scalar, ScalarType } from './field.ts';
import { SCALAR_TYPES } from './scalar-types.ts';

/** What only the long form of a field can say. */
export interface FreeText {
  readonly default?: string;
  readonly description?: string;
}

type Bounds = Pick<Scalar, 'min' | 'max'>;

const FOR_RELATIONS = ['cascade', 'restrict', 'null'] as const;

/** A type with its modifiers as a field; throws HutError for modifiers that the type does not take. */
export function toScalar(
  name: string,
  type: ScalarType,
  modifiers: Modifiers,
  free: FreeText,
): Scalar {
  const { flags, settings } = modifiers;
  refuseRelationModifiers(type, modifiers);
  refuseKeys(type, modifiers);
  const bounds = toBounds(type, modifiers);
  const given = defaultText(modifiers, free);
  const was = settings.get('was');
  return {
    kind: 'scalar',
    name,
    ...(was === undefined ? {} : { was }),
    ...(free.description === undefined ? {} : { description: free.description }),
    type,
    optional: flags.has('optional'),
    unique: flags.has('unique'),
    index: flags.has('index'),
    private: flags.has('private'),
    readonly: flags.has('readonly'),
    ...bounds,
    ...(given === undefined ? {} : { default: parseDefault(given, { type, ...bounds }) }),
  };
}

function refuseRelationModifiers(type: ScalarType, { flags, settings }: Modifiers): void {
  const found =
    FOR_RELATIONS.find((flag) => flags.has(flag)) ?? (settings.has('as') ? 'as=' : undefined);
  if (found === undefined) return;
  const hint = found === 'null' ? 'Did you mean optional? ' : '';
  throw fieldError(`${found} is for relations, not for ${type.name}`, `${hint}Remove it.`);
}

function refuseKeys(type: ScalarType, { flags }: Modifiers): void {
  const { name } = type;
  const { noKey, noUnique } = SCALAR_TYPES[name];
  const isLong = name === 'string' && keyBytesOf(type) > MOST_KEY_BYTES;
  const isKey = flags.has('unique') || flags.has('index');
  const why =
    (isKey ? (isLong ? TOO_LONG : noKey) : undefined) ??
    (flags.has('unique') ? noUnique : undefined);
  if (why === undefined) return;
  throw fieldError(`${flags.has('unique') ? 'unique' : 'index'}: ${name} ${why}`, 'Remove it.');
}

const TOO_LONG = `is too long for an index in every database; string:${String(MOST_KEY_BYTES / 4)} is the longest`;

function defaultText({ settings }: Modifiers, free: FreeText): string | undefined {
  const short = settings.get('default');
  if (short === undefined || free.default === undefined) return short ?? free.default;
  throw fieldError('it has two defaults', 'Keep the key default, or default= in its type.');
}

function toBounds(type: ScalarType, { settings }: Modifiers): Bounds {
  const min = settings.get('min');
  const max = settings.get('max');
  if (min === undefined && max === undefined) return {};
  refuseBound(type, min);
  refuseBound(type, max);
  if (min !== undefined && max !== undefined && compareNumbers(min, max) > 0) {
    throw fieldError(`min=${min} is more than max=${max}`, 'Exchange them.');
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function refuseBound(type: ScalarType, bound: string | undefined): void {
  if (bound === undefined) return;
  const { bounds } = SCALAR_TYPES[type.name];
  if (bounds === 'none') {
    throw fieldError(
      `min= and max= have no meaning for ${type.name}`,
      'They bound the length of texts and the value of numbers.',
    );
  }
  if (bounds === 'value') {
    const why = refuseNumber(bound, type);
    if (why !== undefined) throw fieldError(why, 'min= and max= are values of the type.');
    return;
  }
  if (!/^(?:0|[1-9]\d{0,8})$/u.test(bound)) {
    throw fieldError(`"${bound}" is no length`, 'min= and max= of a text count its characters.');
  }
  if (type.name === 'string' && Number(bound) > type.length) {
    throw fieldError(`${bound} is more than the length of the string`, `Write string:${bound}.`);
  }
}
