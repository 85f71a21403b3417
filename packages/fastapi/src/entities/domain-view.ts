import {
  hasLayer,
  keyNameOf,
  toFieldValue,
  type Entity,
  type Field,
  type Relation,
} from '@hut/blueprint';
import { markdownText } from '@hut/render';
import { isMany, relationsOf, scalarsOf, type EntityProject } from './entity-project.ts';
import { toWords } from './entity-words.ts';

/** What the template of `docs/domain.md` prints. */
export function toDomainView(project: EntityProject): object {
  const { entities } = project;
  return {
    boxes: entities.map((entity) => ({ name: entity.name, lines: boxLines(entity) })),
    links: entities.flatMap((entity) =>
      relationsOf(entity).map((relation) => `    ${linkLine(entity, relation)}`),
    ),
    sections: entities.map((entity) => ({
      title: entity.name,
      about: about(entity),
      rows: tableOf(entity),
    })),
  };
}

function boxLines(entity: Entity): string {
  const keys = relationsOf(entity)
    .filter((relation) => !isMany(relation))
    .map((relation) => `        id ${keyNameOf(relation)} FK`);
  const values = scalarsOf(entity).map(
    ({ name, type, unique }) => `        ${type.name} ${name}${unique ? ' UK' : ''}`,
  );
  return ['        id id PK', ...values, ...keys].join('\n');
}

/** Crow's feet: how many of this entity, and how many of the other one. */
function linkLine(entity: Entity, relation: Relation): string {
  const here = relation.cardinality === 'one-to-one' ? '|o' : '}o';
  const one = relation.optional ? 'o|' : '||';
  const there = isMany(relation) ? 'o{' : one;
  return `${entity.name} ${here}--${there} ${relation.target} : ${relation.name}`;
}

function about(entity: Entity): string {
  const { table, path } = toWords(entity);
  const routes = hasLayer(entity, 'endpoint') ? `, routes \`${path}\`` : '';
  return `Table \`${table}\`${routes}.${sets('Unique together', entity.unique)}${sets('Indexed together', entity.index)}`;
}

function sets(title: string, lists: readonly (readonly string[])[]): string {
  const printed = lists.map((set) => set.map((name) => `\`${name}\``).join(' and '));
  return printed.length === 0 ? '' : ` ${title}: ${printed.join('; ')}.`;
}

function tableOf({ fields }: Entity): readonly string[] {
  if (fields.length === 0) return [];
  const head = ['| Field | Type | Default | Description |', '|---|---|---|---|'];
  return [[...head, ...fields.map(rowOf)].join('\n')];
}

function rowOf(field: Field): string {
  const value = toFieldValue(field);
  const {
    type,
    default: text = '',
    description = '',
  } = typeof value === 'string' ? { type: value } : value;
  // The hint of a rename is gone from hut.yaml after the run.
  const lasting = type.replace(/:was=\w+$/u, '');
  const cells = [
    `\`${field.name}\``,
    `\`${lasting}\``,
    markdownText(text),
    markdownText(description),
  ];
  return `| ${cells.join(' | ')} |`;
}
