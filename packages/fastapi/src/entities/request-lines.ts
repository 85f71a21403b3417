import { keyNameOf, type Relation, type Scalar } from '@hut/blueprint';
import { call, type Code, type Part } from '../schema/python-code.ts';
import { constantDefault, madeDefault } from './default-code.ts';
import { isMany } from './entity-project.ts';
import { enumClassOf, toWords } from './entity-words.ts';
import { toBounds, toDigits } from './field-bounds.ts';
import { fieldLine } from './python-line.ts';
import { askedType, comparedType, type Saying } from './scalar-types.ts';
import type { SchemaFile } from './schema-file.ts';

/** More ids than this are no list that a person made. */
const MOST_LINKS = 1000;

/** A field of what creates a record. */
export function createLine(file: SchemaFile, field: Scalar | Relation): string {
  if (field.kind === 'relation')
    return relationLine(file, field, isMany(field) ? [defaultOf('[]')] : []);
  const saying = sayingOf(file, field);
  const made = madeDefault(field, saying);
  if (made !== undefined) return scalarLine(file, field, [['default_factory', made]], true);
  const constant = constantDefault(field, saying) ?? (field.optional ? 'None' : undefined);
  return scalarLine(file, field, constant === undefined ? [] : [defaultOf(constant)], true);
}

/** A field of what changes a record. What may be left out but not be null has a default that nobody reads. */
export function updateLine(file: SchemaFile, field: Scalar | Relation): string {
  if (field.kind === 'relation') return relationLine(file, field, [absent(file)]);
  return scalarLine(file, field, [field.optional ? defaultOf('None') : absent(file)], false);
}

/** A filter of a list; undefined when values of the field are not compared. */
export function filterLine(file: SchemaFile, field: Scalar): string | undefined {
  const type = comparedType(field, sayingOf(file, field));
  if (type === undefined) return undefined;
  const digits = field.type.name === 'decimal' ? toDigits(field.type) : [];
  return valueLine(file, field.name, type, [absent(file), ...digits]);
}

/** A filter by what a relation points to. */
export function relationFilterLine(file: SchemaFile, relation: Relation): string {
  return valueLine(file, keyNameOf(relation), askedId(file), [absent(file)]);
}

/** The class of an enum as the file knows it, and its scope. */
export function sayingOf(
  { project, entity, scope }: SchemaFile,
  field: Pick<Scalar, 'name' | 'type'>,
): Saying {
  const enumClass = enumClassOf(project, entity, field);
  if (field.type.name !== 'enum') return { scope, enumClass };
  return { scope, enumClass: scope.use(`app.models.${toWords(entity).module}`, enumClass) };
}

/** The annotation of an id in an answer, and of one in a path. */
export function shownId({ project, scope }: Pick<SchemaFile, 'project' | 'scope'>): string {
  return project.ids === 'int' ? 'int' : `${scope.useModule('uuid')}.UUID`;
}

/** The annotation of an id in a request: one that the database can look for. */
export function askedId(file: Pick<SchemaFile, 'project' | 'scope'>): string {
  return file.project.ids === 'int' ? file.scope.use('app.core.fields', 'Id') : shownId(file);
}

function scalarLine(
  file: SchemaFile,
  field: Scalar,
  start: readonly Part[],
  isDescribed: boolean,
): string {
  const type = askedType(field, sayingOf(file, field));
  const bounds = toBounds(field, file.entity, file.scope);
  const parts = [...start, ...bounds, ...(isDescribed ? described(field) : [])];
  return valueLine(file, field.name, field.optional ? `${type} | None` : type, parts);
}

/** Optional ones may be null, which a list never is: it may be empty. */
function relationLine(file: SchemaFile, relation: Relation, start: readonly Part[]): string {
  const id = askedId(file);
  const key = keyNameOf(relation);
  if (isMany(relation)) {
    const parts = [...start, ['max_length', String(MOST_LINKS)] as const];
    return valueLine(file, key, `list[${id}]`, parts);
  }
  return relation.optional
    ? valueLine(file, key, `${id} | None`, [defaultOf('None')])
    : valueLine(file, key, id, start);
}

function absent({ scope }: SchemaFile): Part {
  return ['default_factory', scope.use('app.core.schemas', 'absent')];
}

function defaultOf(code: Code): Part {
  return ['default', code];
}

/** What a person says of a field, for the documentation of the API. */
export function described({ description }: Scalar | Relation): readonly Part[] {
  return description === undefined ? [] : [['description', { text: description }]];
}

/** `name: Text = Field(max_length=80)`; a default alone is written without `Field`. */
export function valueLine(
  { scope }: Pick<SchemaFile, 'scope'>,
  name: string,
  type: string,
  parts: readonly Part[],
): string {
  const [only, ...others] = parts;
  if (only === undefined) return fieldLine(name, type);
  if (others.length === 0 && isPlainDefault(only)) return fieldLine(name, type, only[1]);
  return fieldLine(name, type, call(scope.use('pydantic', 'Field'), ...parts));
}

/** A list or an object in a class body looks as if all its instances shared it, so it stands in `Field`. */
function isPlainDefault(part: Part): part is readonly ['default', Code] {
  if (!Array.isArray(part) || part[0] !== 'default') return false;
  const code = part[1] as Code;
  const start = typeof code === 'string' ? code : 'open' in code ? code.open : '';
  return !/^[[{]/u.test(start);
}
