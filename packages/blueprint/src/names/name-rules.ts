import { classNameOf } from './entity-names.ts';
import {
  AMBIGUOUS,
  BUILT_IN_FIELDS,
  CLASS_ATTRIBUTES,
  LIST_PARAMETERS,
  MYSQL_RESERVED,
  PYTHON_KEYWORDS,
  PYTHON_TYPES,
  SQL_RESERVED,
  TAKEN_CLASS_NAMES,
} from './reserved-words.ts';
import { snakeCase } from './words.ts';

/** Why a name is refused, and what to write instead. */
export interface NameRefusal {
  readonly message: string;
  readonly hint: string;
}

/** Databases cut longer names, and constraints are named after tables and fields together. */
const LONGEST = 50;
const FIELD = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/u;
const ENTITY = /^[A-Z][A-Za-z0-9]*$/u;

type Words = readonly [words: ReadonlySet<string>, why: string];

const FIELD_WORDS: readonly Words[] = [
  [BUILT_IN_FIELDS, 'is a field that every entity has already'],
  [PYTHON_KEYWORDS, 'is a reserved word of Python'],
  [PYTHON_TYPES, 'would hide the type of that name in Python'],
  [CLASS_ATTRIBUTES, 'would hide what every model and schema has under that name'],
  [LIST_PARAMETERS, 'is a parameter that every list of the API has'],
  [AMBIGUOUS, 'is hard to tell from the digit 1'],
];

const COLUMN_WORDS: readonly Words[] = [
  [SQL_RESERVED, 'is a reserved word of SQL'],
  [MYSQL_RESERVED, 'is a reserved word of MySQL'],
];

const MODULE_WORDS: readonly Words[] = [
  [PYTHON_KEYWORDS, 'would need a module with the name of a reserved word of Python'],
  [PYTHON_TYPES, 'would hide the type of that name in Python'],
];

/** A plural is the name of a table, and of the module of the routes. */
const PLURAL_WORDS: readonly Words[] = [
  [PYTHON_KEYWORDS, 'is a reserved word of Python'],
  [SQL_RESERVED, 'is a reserved word of SQL'],
];

/** Why a field cannot have this name, or undefined; a relation has no column of its own name. */
export function refuseFieldName(
  name: string,
  kind: 'scalar' | 'relation',
  entity?: string,
): NameRefusal | undefined {
  if (!FIELD.test(name)) return misspeltField(name, kind, entity);
  if (name.length > LONGEST) return tooLong(name);
  const lists = kind === 'scalar' ? [...FIELD_WORDS, ...COLUMN_WORDS] : FIELD_WORDS;
  const why = findWhy(name, lists);
  if (why === undefined) return undefined;
  const owner = entity === undefined ? 'the' : snakeCase(entity);
  return { message: `${name} ${why}`, hint: `Try ${owner}_${name}.` };
}

/** Why an entity cannot have this name, or undefined. */
export function refuseEntityName(name: string): NameRefusal | undefined {
  if (!ENTITY.test(name))
    return misspelt(name, classNameOf(name), ENTITY, 'an entity is written like BlogPost');
  if (name.length > LONGEST) return tooLong(name);
  const taken = TAKEN_CLASS_NAMES.has(name)
    ? 'would hide the class of that name in Python'
    : undefined;
  const why = taken ?? findWhy(snakeCase(name), MODULE_WORDS);
  if (why === undefined) return undefined;
  return { message: `${name} ${why}`, hint: `Try a name with a second word: ${name}Entry.` };
}

/** Why a plural cannot be the name of a table, or undefined. */
export function refusePlural(plural: string): NameRefusal | undefined {
  if (!FIELD.test(plural))
    return misspelt(plural, snakeCase(plural), FIELD, 'a plural is written like blog_posts');
  if (plural.length > LONGEST) return tooLong(plural);
  const why = findWhy(plural, PLURAL_WORDS);
  return why === undefined
    ? undefined
    : { message: `${plural} ${why}`, hint: `Try all_${plural}.` };
}

/** Whoever writes `type_` knows that `type` is refused. */
function misspeltField(
  name: string,
  kind: 'scalar' | 'relation',
  entity: string | undefined,
): NameRefusal {
  const better = snakeCase(name);
  const refusal = misspelt(name, better, FIELD, 'a field is written like first_name');
  const next = FIELD.test(better) ? refuseFieldName(better, kind, entity) : undefined;
  return next === undefined ? refusal : { ...refusal, hint: next.hint };
}

function misspelt(name: string, better: string, rule: RegExp, example: string): NameRefusal {
  const meant = rule.test(better) ? `Did you mean ${better}? ` : '';
  return {
    message: `${JSON.stringify(name)} is no name: ${example}`,
    hint: `${meant}Names have letters a to z, digits and the spelling of the example.`,
  };
}

function tooLong(name: string): NameRefusal {
  return {
    message: `${name} has ${String(name.length)} characters`,
    hint: `Databases take names of at most ${String(LONGEST)} here.`,
  };
}

function findWhy(name: string, lists: readonly Words[]): string | undefined {
  return lists.find(([words]) => words.has(name))?.[1];
}
