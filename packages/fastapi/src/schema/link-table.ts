import { createHash } from 'node:crypto';
import { singularOf, snakeCase, tableNameOf, type Entity, type Relation } from '@hut/blueprint';

/** How the links of a many-to-many relation are stored. */
export interface LinkTable {
  readonly name: string;
  /** The column of the entity that has the relation, and the column of the other one. */
  readonly near: string;
  readonly far: string;
}

/** PostgreSQL takes 63 characters, and a primary key has three more than its table. */
const LONGEST = 60;

/** The entity and its many-to-many relation in, the table of its links out. */
export function toLinkTable(
  entity: Pick<Entity, 'name' | 'plural'>,
  relation: Pick<Relation, 'name' | 'target'>,
): LinkTable {
  const near = `${snakeCase(entity.name)}_id`;
  const isSelf = relation.target === entity.name;
  const other = `${isSelf ? singularOf(relation.name) : snakeCase(relation.target)}_id`;
  return {
    name: shorten(`${tableNameOf(entity)}_${relation.name}`),
    near: shorten(near),
    far: shorten(other === near ? `other_${other}` : other),
  };
}

function shorten(name: string): string {
  if (name.length <= LONGEST) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${name.slice(0, LONGEST - mark.length - 1)}_${mark}`;
}
