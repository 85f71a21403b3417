import { hasLayer, keyNameOf, type Entity, type Relation, type Scalar } from '@hut/blueprint';
import { pythonLiteral } from '@hut/render';
import { call } from '../schema/python-code.ts';
import {
  apiNameOf,
  embedsOf,
  isMany,
  isWritable,
  linksOf,
  relationsOf,
  scalarsOf,
  targetOf,
  type EntityProject,
} from './entity-project.ts';
import { toWords } from './entity-words.ts';
import { isSplit, nestedClassOf, nestedModuleOf } from './nested-read.ts';
import { classLine, fieldLine, pythonLine } from './python-line.ts';
import { openScope } from './python-scope.ts';
import {
  createLine,
  described,
  filterLine,
  relationFilterLine,
  sayingOf,
  shownId,
  updateLine,
  valueLine,
} from './request-lines.ts';
import { isComparable, shownType } from './scalar-types.ts';
import type { SchemaFile } from './schema-file.ts';

/** What the template of the schemas of an entity prints. */
export function toSchemaView(project: EntityProject, entity: Entity): object {
  const file = openFile(project, entity, ['Create', 'Update', 'Read', 'Query']);
  const { created, updated, nested, beyond, query } = schemaLines(file);
  const hasQuery = query.length > 0;
  const request = file.scope.use('app.core.schemas', 'RequestModel');
  const body = {
    createHeader: classLine(`${entity.name}Create`, request),
    updateHeader: classLine(`${entity.name}Update`, request),
    readHeader: classLine(`${entity.name}Read`, readBase(file)),
    created: block(created),
    updated: block(updated),
    read: block([...nested, ...beyond]),
    hasQuery,
    queryHeader: hasQuery ? queryHeader(file) : '',
    query: block(query),
  };
  return { ...toWords(entity), ...body, imports: file.scope.imports() };
}

/** The lines of each class. */
export function schemaLines(file: SchemaFile) {
  const writable = file.entity.fields.filter(isWritable);
  return {
    created: writable.map((field) => createLine(file, field)),
    updated: writable.map((field) => updateLine(file, field)),
    nested: isSplit(file.project, file.entity) ? [] : shownLines(file),
    beyond: beyondLines(file),
    query: hasLayer(file.entity, 'repository') ? queryLines(file) : [],
  };
}

/** The lines of a class body, or none: then the docstring is all of it. */
function block(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** What the template of an entity inside of another prints. */
export function toNestedView(project: EntityProject, entity: Entity): object {
  const file = openFile(project, entity, ['Nested']);
  const base = file.scope.use('app.core.schemas', 'RecordRead');
  const readHeader = classLine(nestedClassOf(project, entity), base);
  const read = block(shownLines(file));
  return { ...toWords(entity), readHeader, read, imports: file.scope.imports() };
}

function openFile(project: EntityProject, entity: Entity, suffixes: readonly string[]): SchemaFile {
  const classes = suffixes.map((suffix) => `${entity.name}${suffix}`);
  const fields = entity.fields.flatMap((field) => [field.name, apiNameOf(field)]);
  return { project, entity, scope: openScope([...classes, ...fields]) };
}

function queryHeader({ entity, scope }: SchemaFile): string {
  return classLine(`${entity.name}Query`, scope.use('app.core.pages', 'PageQuery'));
}

function readBase({ project, entity, scope }: SchemaFile): string {
  if (!isSplit(project, entity)) return scope.use('app.core.schemas', 'RecordRead');
  return scope.use(nestedModuleOf(project, entity), nestedClassOf(project, entity));
}

/** What the row of an entity holds. */
function shownLines(file: SchemaFile): readonly string[] {
  return file.entity.fields
    .filter((field) => !field.private)
    .flatMap((field) => {
      if (field.kind === 'scalar') return [shownLine(file, field)];
      return isMany(field) ? [] : [keyLine(file, field)];
    });
}

function shownLine(file: SchemaFile, field: Scalar): string {
  const type = shownType(field, sayingOf(file, field));
  return valueLine(file, field.name, field.optional ? `${type} | None` : type, described(field));
}

function keyLine(file: SchemaFile, relation: Relation): string {
  const id = shownId(file);
  const type = relation.optional ? `${id} | None` : id;
  return valueLine(file, keyNameOf(relation), type, described(relation));
}

/** What other tables hold: the ids of lists, and what is nested. */
function beyondLines(file: SchemaFile): readonly string[] {
  const { project, entity, scope } = file;
  return [
    ...linksOf(entity).map((relation) =>
      valueLine(file, keyNameOf(relation), `list[${shownId(file)}]`, described(relation)),
    ),
    ...embedsOf(entity).map((relation) => {
      const target = targetOf(project, relation);
      const nested = scope.use(nestedModuleOf(project, target), nestedClassOf(project, target));
      const one = relation.optional ? `${nested} | None` : nested;
      return fieldLine(relation.name, isMany(relation) ? `list[${nested}]` : one);
    }),
  ];
}

function queryLines(file: SchemaFile): readonly string[] {
  const open = scalarsOf(file.entity).filter((field) => !field.private);
  const keys = [...open.filter(isComparable).map(({ name }) => name), 'created_at', 'updated_at'];
  const sortable = call(
    file.scope.use('app.core.pages', 'sortable'),
    ...keys.map((key) => pythonLiteral(key)),
  );
  return [
    pythonLine('sort: str = ', sortable, { indent: 4 }),
    ...open.flatMap((field) => filterLine(file, field) ?? []),
    ...relationsOf(file.entity)
      .filter((relation) => !relation.private && !isMany(relation))
      .map((relation) => relationFilterLine(file, relation)),
  ];
}
