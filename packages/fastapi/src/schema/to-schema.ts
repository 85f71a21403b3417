import { HutError } from '@hut/errors';
import { keyNameOf, tableNameOf, type Entity, type Relation, type Scalar } from '@hut/blueprint';
import { toBuiltInColumns, toColumn, toKeyColumn } from '../columns/column.ts';
import { toLinkTable } from './link-table.ts';
import type { ForeignKey, Schema, Table } from './schema.ts';

type Ids = 'uuid' | 'int';

/** The entities of a project in, its tables out, by name. Throws HutError when two would have one name. */
export function toSchema(entities: readonly Entity[], ids: Ids): Schema {
  const tableOf = new Map(entities.map((entity) => [entity.name, tableNameOf(entity)]));
  const tables = entities.flatMap((entity) => [
    toTable(entity, ids, tableOf),
    ...toLinkTables(entity, ids, tableOf),
  ]);
  refuseTwice(tables);
  refuseLong(tables);
  return { tables: tables.sort((left, right) => (left.name < right.name ? -1 : 1)) };
}

type TableOf = ReadonlyMap<string, string>;

function toTable(entity: Entity, ids: Ids, tableOf: TableOf): Table {
  const [id, ...times] = toBuiltInColumns(ids);
  const relations = entity.fields.filter(isToOne);
  return {
    name: tableNameOf(entity),
    of: entity.name,
    columns: [id, ...entity.fields.flatMap((field) => columnOf(entity, field, ids)), ...times],
    primaryKey: ['id'],
    foreignKeys: relations.map((relation) => toForeignKey(relation, tableOf)),
    ...toKeys(entity),
  };
}

function columnOf(entity: Entity, field: Entity['fields'][number], ids: Ids): Table['columns'] {
  if (field.kind === 'scalar') return [toColumn(field, entity)];
  return isToOne(field) ? [toKeyColumn(field, ids)] : [];
}

function toForeignKey(relation: Relation, tableOf: TableOf): ForeignKey {
  return {
    column: keyNameOf(relation),
    table: tableOf.get(relation.target)!,
    onDelete: relation.onDelete,
  };
}

/** A unique constraint finds rows as well as an index does, so no column has both. */
function toKeys({ fields, unique, index }: Entity): Pick<Table, 'indexes' | 'uniques'> {
  const single = fields.filter((field) => field.kind === 'scalar' || isToOne(field));
  const indexed = single.filter(
    (field) => !field.unique && (field.index || field.kind === 'relation'),
  );
  const columnIn = (name: string) => nameIn(fields, name);
  const sets = (lists: readonly (readonly string[])[]) => lists.map((set) => set.map(columnIn));
  return {
    uniques: distinct([
      ...single.filter((field) => field.unique).map((field) => [columnIn(field.name)]),
      ...sets(unique),
    ]),
    indexes: distinct([...indexed.map((field) => [columnIn(field.name)]), ...sets(index)]),
  };
}

/** In a set a relation stands for its column. */
function nameIn(fields: readonly (Scalar | Relation)[], name: string): string {
  const field = fields.find((candidate) => candidate.name === name);
  return field?.kind === 'relation' ? keyNameOf(field) : name;
}

function distinct(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}

function toLinkTables(entity: Entity, ids: Ids, tableOf: TableOf): readonly Table[] {
  return entity.fields
    .filter((field) => field.kind === 'relation')
    .filter(({ cardinality }) => cardinality === 'many-to-many')
    .map((relation) => {
      const { name, near, far } = toLinkTable(entity, relation);
      const link = (column: string, to: string): ForeignKey => ({
        column,
        table: tableOf.get(to)!,
        onDelete: 'cascade',
      });
      return {
        name,
        of: `${entity.name}.${relation.name}`,
        columns: [near, far].map((column) => ({
          name: column,
          type: { name: ids },
          nullable: false,
        })),
        primaryKey: [near, far],
        foreignKeys: [link(near, entity.name), link(far, relation.target)],
        indexes: [[far]],
        uniques: [],
      };
    });
}

function isToOne(field: Scalar | Relation): field is Relation {
  return field.kind === 'relation' && field.cardinality !== 'many-to-many';
}

/** PostgreSQL takes 63 characters, and a primary key has three more than its table. */
const LONGEST = 60;

function refuseLong(tables: readonly Table[]): void {
  const long = tables.find(({ name }) => name.length > LONGEST);
  if (long === undefined) return;
  throw new HutError({
    id: 'table-name',
    message: `The table of ${long.of} would be ${long.name}, which has ${String(long.name.length)} characters`,
    hint: `Databases take names of at most ${String(LONGEST)} here. Give it a shorter plural: plural: ...`,
  });
}

function refuseTwice(tables: readonly Table[]): void {
  const owners = new Map<string, string>();
  for (const { name, of } of tables) {
    const other = owners.get(name);
    if (other !== undefined) {
      throw new HutError({
        id: 'table-twice',
        message: `${other} and ${of} would both be stored in the table ${name}`,
        hint: 'Rename one of them, or give the entity another plural: plural: ...',
      });
    }
    owners.set(name, of);
  }
}
