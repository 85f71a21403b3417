import { createHash } from 'node:crypto';
import { pascalCase, snakeCase, tableNameOf, type Entity, type Scalar } from '@hut/blueprint';
import { findNamed, type EntityProject } from './entity-project.ts';

/** The names that an entity has in the project. */
export interface EntityWords {
  /** `OrderLine`, `order_line`, `order_lines`. */
  readonly className: string;
  readonly module: string;
  readonly table: string;
  /** `order line`, `order lines`, `Order lines`: for people. */
  readonly one: string;
  readonly many: string;
  readonly manyAtStart: string;
  /** `/order-lines`, `/api/v1/order-lines`. */
  readonly prefix: string;
  readonly path: string;
}

/** An entity in, its names out. */
export function toWords(entity: Entity): EntityWords {
  const known = words.get(entity) ?? makeWords(entity);
  words.set(entity, known);
  return known;
}

/** Asked for by every file of an entity, and of those that it is related to. */
const words = new WeakMap<Entity, EntityWords>();

function makeWords(entity: Entity): EntityWords {
  const [module, table] = [snakeCase(entity.name), tableNameOf(entity)];
  const many = table.replaceAll('_', ' ');
  const prefix = `/${table.replaceAll('_', '-')}`;
  return {
    className: entity.name,
    module,
    table,
    one: module.replaceAll('_', ' '),
    many,
    manyAtStart: `${many.slice(0, 1).toUpperCase()}${many.slice(1)}`,
    prefix,
    path: `/api/v1${prefix}`,
  };
}

/** The columns of a line in a class body that are left for two names: `    name: Class | None = Field(`. */
const ROOM_FOR_NAMES = 78;

/** The class of the values of an enum field: `ArticleStatus`; no entity of the project has its name. */
export function enumClassOf(
  project: EntityProject,
  entity: Entity,
  field: Pick<Scalar, 'name'>,
): string {
  const short = `${entity.name}${pascalCase(field.name)}`;
  const name = findNamed(project, short) ? `${short}Value` : short;
  const longest = ROOM_FOR_NAMES - field.name.length;
  if (name.length <= longest) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${name.slice(0, longest - mark.length)}${mark}`;
}

/** The names of the values of an enum, in their order: `DRAFT`. */
export function enumMembersOf(values: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const value of values) {
    const name = value.toUpperCase().replace(/[.-]/gu, '_');
    const isName = /^[A-Z][A-Z0-9_]*$/u.test(name);
    names.push(freeName(isName ? name : `VALUE_${name}`, names));
  }
  return names;
}

/** A value may be called like the name that another one got. */
function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? freeName(`${name}_`, taken) : name;
}
