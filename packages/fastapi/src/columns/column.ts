import {
  keyNameOf,
  type Entity,
  type FieldDefault,
  type Relation,
  type Scalar,
} from '@hut/blueprint';
import { toColumnType, type ColumnType } from './column-type.ts';
import { toServerDefault } from './server-default.ts';

/** One column of a table. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** What the database fills in, in one spelling. */
  readonly default?: string;
  /** What the field says that a new row holds: known only beside the field, and nothing that a table remembers. */
  readonly initial?: FieldDefault;
}

/** The column of a field that holds a value. */
export function toColumn(
  field: Scalar,
  { unique, index }: Pick<Entity, 'unique' | 'index'>,
): Column {
  const type = toColumnType(field, [...unique, ...index]);
  const text = toServerDefault(type, field.default);
  return {
    name: field.name,
    type,
    nullable: field.optional,
    ...(text === undefined ? {} : { default: text }),
    ...(field.default === undefined ? {} : { initial: field.default }),
  };
}

/** The column of a relation to one entity. */
export function toKeyColumn(relation: Relation, ids: 'uuid' | 'int'): Column {
  return { name: keyNameOf(relation), type: { name: ids }, nullable: relation.optional };
}

/** The columns that every entity has, around those of its fields. */
export function toBuiltInColumns(ids: 'uuid' | 'int'): readonly [id: Column, ...times: Column[]] {
  const times = ['created_at', 'updated_at'].map((name): Column => ({
    name,
    type: { name: 'datetime' },
    nullable: false,
  }));
  return [{ name: 'id', type: { name: ids }, nullable: false }, ...times];
}
