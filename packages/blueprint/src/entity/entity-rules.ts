import { didYouMean } from '@hut/errors';
import { findEntity, tableNameOf } from '../names/entity-names.ts';
import type { Entity } from './entity.ts';
import type { Relation } from '../field/field.ts';
import type { Path, Refuse } from '../mistake.ts';
import { refuseFieldMistakes } from './field-rules.ts';
import { refuseSetMistakes } from './set-rules.ts';
import { snakeCase } from '../names/words.ts';

/** Notes what is wrong between entities, and between the parts of one. */
export function refuseCrossMistakes(entities: readonly Entity[], refuse: Refuse): void {
  refuseSameNames(entities, refuse);
  const known = new Set(entities.map(({ name }) => name));
  for (const entity of entities) {
    refuseWas(entity, entities, refuse);
    refuseTargets(entity, entities, known, refuse);
    refuseFieldMistakes(entity, refuse);
    refuseSetMistakes(entity, refuse);
  }
  refuseOtherSides(entities, refuse);
}

/** Files and tables are named after entities, and neither keeps HTTPLog and HttpLog apart. */
function refuseSameNames(entities: readonly Entity[], refuse: Refuse): void {
  const files = new Map<string, string>();
  const tables = new Map<string, string>();
  // The mistake is the person's: what a generator brings has its names first.
  const ranked = entities.toSorted((one, other) => Number(isOwn(one)) - Number(isOwn(other)));
  for (const entity of ranked) {
    const path = ['entities', entity.name];
    const table = tableNameOf(entity);
    const holder = isOwn(entity) ? entity.name : `${entity.name} of ${entity.broughtBy!}`;
    const file = claim(files, snakeCase(entity.name), holder);
    const twin = claim(tables, table, holder);
    if (file !== undefined) {
      refuse(path, `it shares the file names of ${file}`, 'Give one of them another name.', 'key');
    } else if (twin !== undefined) {
      const hint = `Give one of them another plural: plural: other_${table}.`;
      refuse(path, `it shares the table ${table} with ${twin}`, hint, 'key');
    }
  }
}

function isOwn({ broughtBy }: Entity): boolean {
  return broughtBy === undefined;
}

/** Who has a name already; else it is taken now. */
function claim(taken: Map<string, string>, name: string, by: string): string | undefined {
  const before = taken.get(name);
  if (before === undefined) taken.set(name, by);
  return before;
}

function refuseWas({ name, was }: Entity, entities: readonly Entity[], refuse: Refuse): void {
  if (was === undefined) return;
  const path = ['entities', name, 'was'];
  const isThere = entities.some((other) => other.name === was);
  const claimed = entities.find((other) => other.was === was && other.name !== name);
  if (isThere)
    refuse(path, `${was} is still there`, 'An entity can only take the name of one that is gone.');
  if (claimed)
    refuse(
      path,
      `${claimed.name} was ${was} too`,
      'One entity becomes one: remove one of the two.',
    );
}

function refuseTargets(
  entity: Entity,
  entities: readonly Entity[],
  known: ReadonlySet<string>,
  refuse: Refuse,
): void {
  for (const field of entity.fields) {
    if (field.kind !== 'relation' || known.has(field.target)) continue;
    const path = ['entities', entity.name, 'fields', field.name];
    const near = meant(field.target, entities, known);
    const hint = `${near}${near === '' ? 'Add' : 'If not, add'} it: hut add model ${field.target}`;
    refuse(path, `there is no entity ${field.target}`, hint, 'key');
  }
}

function meant(target: string, entities: readonly Entity[], known: ReadonlySet<string>): string {
  const found = findEntity(entities, target);
  return found
    ? `Did you mean ${found.name}? `
    : didYouMean(target, [...known, 'string', 'decimal']);
}

/** The other side is an attribute of the target, so its name is taken there once. */
function refuseOtherSides(entities: readonly Entity[], refuse: Refuse): void {
  const sides = entities.flatMap((entity) =>
    entity.fields.flatMap((field) =>
      field.kind === 'relation' && field.otherSide !== undefined
        ? [{ field, path: ['entities', entity.name, 'fields', field.name] }]
        : [],
    ),
  );
  for (const [index, side] of sides.entries()) {
    const before = sides.slice(0, index).map(({ field }) => field);
    const why = whyTaken(side.field, before, entities);
    if (why !== undefined) noteSide(side.field, side.path, why, refuse);
  }
}

function whyTaken(
  field: Relation,
  before: readonly Relation[],
  entities: readonly Entity[],
): string | undefined {
  const { target, otherSide } = field;
  const owner = entities.find(({ name }) => name === target);
  if (owner?.fields.some(({ name }) => name === otherSide)) return `is a field of ${target}`;
  const isTaken = before.some((other) => other.target === target && other.otherSide === otherSide);
  return isTaken ? `is already the other side of another relation to ${target}` : undefined;
}

function noteSide(field: Relation, path: Path, why: string, refuse: Refuse): void {
  const name = String(field.otherSide);
  refuse(path, `as=${name}: ${name} ${why}`, `Try as=${field.name}_${name}.`, 'key');
}
