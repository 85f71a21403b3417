import { keyNameOf, tableNameOf, type Entity, type Relation, type Scalar } from '@hut/blueprint';
import { pythonLiteral, symbol } from '@hut/render';
import { enumLength, toColumnType } from '../columns/column-type.ts';
import { toColumn } from '../columns/column.ts';
import { modelType } from '../columns/model-type.ts';
import { importLines } from '../import-lines.ts';
import { call, tallCall, type Code, type Part } from '../schema/python-code.ts';
import { toLinkTable } from '../schema/link-table.ts';
import { isInCycle } from './cycles.ts';
import { constantDefault, madeDefault } from './default-code.ts';
import {
  apiNameOf,
  isMany,
  linksOf,
  otherSidesOf,
  relationsOf,
  scalarsOf,
  targetOf,
  type EntityProject,
  type Side,
} from './entity-project.ts';
import { enumClassOf, enumMembersOf, toWords } from './entity-words.ts';
import { classLine, fieldLine, pythonLine, tupleLine } from './python-line.ts';
import { openScope, type PythonScope } from './python-scope.ts';
import { heldType } from './scalar-types.ts';

/** One file of a model while its view is made. */
interface ModelFile {
  readonly project: EntityProject;
  readonly entity: Entity;
  readonly scope: PythonScope;
}

/** What the template of a model prints. */
export function toModelView(project: EntityProject, entity: Entity): object {
  const scope = openScope(namesIn(project, entity));
  const file = { project, entity, scope };
  const typing = typeImports(file);
  const body = {
    header: classLine(entity.name, scope.use('app.db.record', 'Record')),
    enums: enumsOf(file),
    linkTables: relationsOf(entity)
      .filter(isMany)
      .map((relation) => linkTable(file, relation)),
    hasArguments: entity.unique.length + entity.index.length > 0,
    arguments: tableArguments(file),
    blocks: [
      scalarsOf(entity)
        .map((field) => column(file, field))
        .join('\n'),
      ...relationsOf(entity).map((relation) => relationLines(file, relation)),
      ...otherSidesOf(project, entity).map((side) => otherSide(file, side)),
    ].filter((block) => block !== ''),
    hasTypeImports: typing.length > 0,
    typeChecking: typing.length > 0 ? scope.use('typing', 'TYPE_CHECKING') : '',
    typeImports: typing.join('\n'),
  };
  return { ...toWords(entity), ...body, imports: scope.imports() };
}

/** All that stands in the class body or beside it. */
function namesIn(project: EntityProject, entity: Entity): readonly string[] {
  const sides = otherSidesOf(project, entity);
  return [
    entity.name,
    ...enumFieldsOf(entity).map((field) => enumClassOf(project, entity, field)),
    ...relationsOf(entity).map(({ target }) => target),
    ...sides.map((side) => side.entity.name),
    ...entity.fields.flatMap((field) => [field.name, apiNameOf(field)]),
    ...sides.map(({ relation }) => relation.otherSide!),
    ...relationsOf(entity)
      .filter(isMany)
      .map((relation) => toLinkTable(entity, relation).name),
  ];
}

/** Models know each other by name alone, so that their modules can be imported in any order. */
function typeImports({ project, entity }: ModelFile): readonly string[] {
  const others = [
    ...relationsOf(entity).map((relation) => targetOf(project, relation)),
    ...otherSidesOf(project, entity).map((side) => side.entity),
  ].filter(({ name }) => name !== entity.name);
  const lines = importLines(
    others.map((other) => symbol(`app.models.${toWords(other).module}`, other.name)),
  );
  return lines.map((line) => line.replace(/^/gmu, '    '));
}

function enumFieldsOf(entity: Entity): readonly (Scalar & { type: { name: 'enum' } })[] {
  return scalarsOf(entity).filter(
    (field): field is Scalar & { type: Extract<Scalar['type'], { name: 'enum' }> } =>
      field.type.name === 'enum',
  );
}

function enumsOf({ project, entity, scope }: ModelFile): readonly object[] {
  return enumFieldsOf(entity).map((field) => {
    const { values } = field.type;
    const names = enumMembersOf(values);
    return {
      header: classLine(enumClassOf(project, entity, field), scope.use('enum', 'StrEnum')),
      members: names
        .map((name, index) => `    ${name} = ${pythonLiteral(values[index]!)}`)
        .join('\n'),
    };
  });
}

function linkTable({ project, entity, scope }: ModelFile, relation: Relation): string {
  const { name, near, far } = toLinkTable(entity, relation);
  const key = (column: string, table: string, ...more: Arguments): Code =>
    call(
      scope.use('sqlalchemy', 'Column'),
      pythonLiteral(column),
      foreignKey(scope, table, 'CASCADE'),
      ['primary_key', 'True'],
      ...more,
    );
  const metadata = `${scope.use('app.db.base', 'Base')}.metadata`;
  const table = tallCall(
    scope.use('sqlalchemy', 'Table'),
    pythonLiteral(name),
    metadata,
    key(near, tableNameOf(entity)),
    key(far, tableNameOf(targetOf(project, relation)), ['index', 'True']),
  );
  return pythonLine(`${name} = `, table);
}

function foreignKey(scope: PythonScope, table: string, onDelete: string, isCyclic = false): Code {
  return call(
    scope.use('sqlalchemy', 'ForeignKey'),
    pythonLiteral(`${table}.id`),
    ['ondelete', pythonLiteral(onDelete)],
    ...(isCyclic ? [['use_alter', 'True'] as const] : []),
  );
}

/** Sets of columns, which have no column to stand at. */
function tableArguments({ entity, scope }: ModelFile): string {
  const { unique, index } = entity;
  const columns = (set: readonly string[]) =>
    set.map((name) => pythonLiteral(columnOf(entity, name)));
  const keys = [
    ...unique.map((set) => call(scope.use('sqlalchemy', 'UniqueConstraint'), ...columns(set))),
    ...index.map((set) => call(scope.use('sqlalchemy', 'Index'), 'None', ...columns(set))),
  ];
  return tupleLine('__table_args__ = ', keys, 4);
}

function columnOf({ fields }: Entity, name: string): string {
  const field = fields.find((candidate) => candidate.name === name);
  return field === undefined ? name : apiNameOf(field);
}

/** Types of columns that SQLAlchemy takes from the annotation. */
const IMPLIED = ['int', 'bool', 'date', 'uuid'];

function column({ project, entity, scope }: ModelFile, field: Scalar): string {
  const enumClass = enumClassOf(project, entity, field);
  const held = heldType(field, { scope, enumClass });
  const args = [
    ...columnType({ project, entity, scope }, field),
    ...keyArguments(field),
    ...defaultArguments({ project, entity, scope }, field),
  ];
  const annotation = mapped(scope, field.optional ? `${held} | None` : held);
  if (args.length === 0) return fieldLine(field.name, annotation);
  return fieldLine(
    field.name,
    annotation,
    call(scope.use('sqlalchemy.orm', 'mapped_column'), ...args),
  );
}

function mapped(scope: PythonScope, annotation: string): string {
  return `${scope.use('sqlalchemy.orm', 'Mapped')}[${annotation}]`;
}

type Arguments = readonly Part[];

function columnType({ project, entity, scope }: ModelFile, field: Scalar): Arguments {
  const type = toColumnType(field, [...entity.unique, ...entity.index]);
  const enumClass = enumClassOf(project, entity, field);
  if (IMPLIED.includes(type.name)) return [];
  if (type.name === 'enum') return [enumType(scope, enumClass, field.name, type.values)];
  if (type.name === 'json')
    return [call(scope.use('sqlalchemy', 'JSON'), ['none_as_null', 'True'])];
  const long = { text: 'Text', bytes: 'LargeBinary' }[type.name as 'text' | 'bytes'];
  if (long !== undefined && project.database !== 'mysql') return [scope.use('sqlalchemy', long)];
  const { callee, args, symbols } = modelType(type, { name: field.name, enumClass });
  const renamed = [callee, ...args].map((code) => scope.rename(code, symbols));
  return [args.length === 0 ? renamed[0]! : call(renamed[0]!, ...renamed.slice(1))];
}

function enumType(
  scope: PythonScope,
  enumClass: string,
  column: string,
  values: readonly string[],
): Code {
  const length = enumLength(values);
  return call(
    scope.use('app.db.types', 'text_enum'),
    enumClass,
    ['name', pythonLiteral(column)],
    ...(length === 32 ? [] : [['length', String(length)] as const]),
  );
}

function keyArguments({ unique, index }: Scalar): Arguments {
  if (unique) return [['unique', 'True']];
  return index ? [['index', 'True']] : [];
}

function defaultArguments({ project, entity, scope }: ModelFile, field: Scalar): Arguments {
  const saying = { scope, enumClass: enumClassOf(project, entity, field) };
  const made = madeDefault(field, saying);
  if (made !== undefined) return [['default', made]];
  const constant = constantDefault(field, saying);
  if (constant === undefined) return [];
  return [['default', ofOwn(field, constant)], ...serverDefault(entity, field)];
}

/** A list or an object is made anew for each record, which may change it. */
function ofOwn({ type }: Scalar, code: Code): Code {
  if (type.name !== 'json') return code;
  if (typeof code === 'string') return { '{}': 'dict', '[]': 'list' }[code] ?? code;
  return 'open' in code ? { ...code, open: `lambda: ${code.open}` } : code;
}

function serverDefault(entity: Entity, field: Scalar): Arguments {
  const { type, default: text } = toColumn(field, entity);
  if (text === undefined) return [];
  return [['server_default', type.name === 'string' ? { text } : pythonLiteral(text)]];
}

const ON_DELETE = { cascade: 'CASCADE', restrict: 'RESTRICT', null: 'SET NULL' } as const;

/** A relation that is not loaded raises, where another would wait for the database in secret. */
const NEVER_LAZY = ['lazy', '"raise"'] as const;

function relationLines(file: ModelFile, relation: Relation): string {
  return isMany(relation) ? manyLines(file, relation) : oneLines(file, relation);
}

function oneLines({ project, entity, scope }: ModelFile, relation: Relation): string {
  const { name, target, optional, unique, otherSide, onDelete } = relation;
  const key = keyNameOf(relation);
  const id = idType(project, scope);
  const table = tableNameOf(targetOf(project, relation));
  const isCyclic = optional && isInCycle(project, entity, relation);
  const foreign = foreignKey(scope, table, ON_DELETE[onDelete], isCyclic);
  const column = call(scope.use('sqlalchemy.orm', 'mapped_column'), foreign, [
    unique ? 'unique' : 'index',
    'True',
  ]);
  const value = call(
    scope.use('sqlalchemy.orm', 'relationship'),
    ...backPopulates(otherSide),
    ['foreign_keys', key],
    ...(target === entity.name ? [['remote_side', `"${target}.id"`] as const] : []),
    NEVER_LAZY,
  );
  const annotations = optional ? [`${id} | None`, `"${target} | None"`] : [id, `"${target}"`];
  return [
    fieldLine(key, mapped(scope, annotations[0]!), column),
    fieldLine(name, mapped(scope, annotations[1]!), value),
  ].join('\n');
}

function idType({ ids }: EntityProject, scope: PythonScope): string {
  return ids === 'int' ? 'int' : `${scope.useModule('uuid')}.UUID`;
}

function backPopulates(otherSide: string | undefined): Arguments {
  return otherSide === undefined ? [] : [['back_populates', `"${otherSide}"`]];
}

function manyLines({ project, entity, scope }: ModelFile, relation: Relation): string {
  const { name, target, otherSide } = relation;
  const link = toLinkTable(entity, relation);
  const value = call(
    scope.use('sqlalchemy.orm', 'relationship'),
    ['secondary', `"${link.name}"`],
    ...joins(entity, relation),
    ...backPopulates(otherSide),
    ['order_by', `"${target}.id"`],
    NEVER_LAZY,
    ['passive_deletes', 'True'],
  );
  const lines = [fieldLine(name, mapped(scope, `list["${target}"]`), value)];
  if (!linksOf(entity).includes(relation)) return lines[0]!;
  const proxy = scope.use('sqlalchemy.ext.associationproxy', 'AssociationProxy');
  const ids = call(
    scope.use('sqlalchemy.ext.associationproxy', 'association_proxy'),
    `"${name}"`,
    '"id"',
  );
  const annotation = `${proxy}[list[${idType(project, scope)}]]`;
  return [...lines, fieldLine(keyNameOf(relation), annotation, ids)].join('\n');
}

/** Between records of one kind, SQLAlchemy cannot tell which end is which. */
function joins(entity: Entity, relation: Relation, isOtherSide = false): Arguments {
  if (relation.target !== entity.name) return [];
  const { name, near, far } = toLinkTable(entity, relation);
  const [here, there] = isOtherSide ? [far, near] : [near, far];
  return [
    ['primaryjoin', { text: `${entity.name}.id == ${name}.c.${here}` }],
    ['secondaryjoin', { text: `${entity.name}.id == ${name}.c.${there}` }],
  ];
}

function otherSide({ scope }: ModelFile, { entity: other, relation }: Side): string {
  const { name, cardinality, otherSide: side } = relation;
  const isOne = cardinality === 'one-to-one';
  const annotation = isOne ? `"${other.name} | None"` : `list["${other.name}"]`;
  const how: Arguments = isMany(relation)
    ? [['secondary', `"${toLinkTable(other, relation).name}"`], ...joins(other, relation, true)]
    : [['foreign_keys', { text: `${other.name}.${keyNameOf(relation)}` }]];
  const value = call(
    scope.use('sqlalchemy.orm', 'relationship'),
    ...how,
    ['back_populates', `"${name}"`],
    NEVER_LAZY,
    // What happens to them is decided by the foreign key.
    ['passive_deletes', isMany(relation) ? 'True' : '"all"'],
  );
  return fieldLine(side!, mapped(scope, annotation), value);
}
