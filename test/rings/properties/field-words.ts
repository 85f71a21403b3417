import { parseField, SCALAR_TYPES } from '@hut/blueprint';
import type { Draw } from './draw.ts';

const names = [
  'title',
  'price',
  'note',
  'sku',
  'rank',
  'hint',
  'weight',
  'label',
  'shade',
  'origin',
  'starts_on',
  'memo',
  'owner',
  'parent',
  'tags',
];
const parameters = ['', ':40', ':8,3', ':draft,done'];
const flags = ['optional', 'unique', 'index', 'private', 'readonly', 'cascade', 'restrict', 'null'];
const values = [
  'now',
  'uuid',
  'true',
  'done',
  '7',
  '2026-01-31',
  '12:30',
  'a@b.example',
  'https://a.example',
];
const modifiers = [
  ...flags,
  'optional',
  'min=1',
  'max=30',
  'as=others',
  'as=sources',
  ...values.map((value) => `default=${value}`),
];

/** The name of a field, one in a dozen as people should not write it. */
export function anyFieldName(draw: Draw): string {
  return draw.happens(0.08) ? draw.pick(['class', 'order', 'id', 'BadName']) : draw.pick(names);
}

/** A type with the modifiers that it takes: by the field table, so that a type that is added there is drawn here. */
export function anyType(entities: readonly string[], draw: Draw): string {
  const start =
    draw.happens(0.35) && entities.length > 0 ? anyRelation(entities, draw) : anyScalar(draw);
  return draw
    .shuffled(modifiers)
    .slice(0, 6)
    .reduce((type, modifier) => {
      const longer = `${type}:${modifier}`;
      return draw.happens(0.5) && isType(longer, entities) ? longer : type;
    }, start);
}

/** A field as it is typed: `title:string:40:optional`. */
export function anyField(entities: readonly string[], draw: Draw): string {
  return `${anyFieldName(draw)}:${anyType(entities, draw)}`;
}

function anyRelation(entities: readonly string[], draw: Draw): string {
  return `${draw.pick(entities)}${draw.pick(['', '', ':one', ':many'])}`;
}

function anyScalar(draw: Draw): string {
  const name = draw.pick(Object.keys(SCALAR_TYPES));
  return draw.pick(parameters.map((more) => `${name}${more}`).filter((type) => isType(type, [])));
}

function isType(type: string, entities: readonly string[]): boolean {
  try {
    parseField(`x_y:${type}`, { entities });
    return true;
  } catch {
    return false;
  }
}
