import { LAYERS } from './entity/entity.ts';
import { PROJECT_NAME } from './names/project-name.ts';
import { ACCESS_WORDS, ENDPOINT_RULES, ROLES } from './entity/read-endpoint.ts';
import { OWN, SERVICES } from './read-lists.ts';
import type { FeatureSchema, OptionRule } from './rule.ts';
import { FORMAT, SCALAR_KEYS, VERSION } from './top-keys.ts';

type Schema = Readonly<Record<string, unknown>>;

const NAME_LISTS: Schema = {
  type: 'array',
  items: { type: 'array', items: { type: 'string' }, minItems: 2, uniqueItems: true },
};

const FIELD_TEXT: Schema = { type: 'string', pattern: '^[A-Za-z0-9_:,=.-]*$' };

const FIELD: Schema = {
  oneOf: [
    FIELD_TEXT,
    { type: 'null' },
    closed({
      type: FIELD_TEXT,
      default: { type: ['string', 'number', 'boolean'] },
      description: { type: 'string' },
    }),
  ],
};

const LAYER: Schema = { enum: LAYERS };

const ENDPOINT: Schema = closed({
  ...schemasOf(ENDPOINT_RULES),
  access: { oneOf: [{ enum: ACCESS_WORDS }, schemaOf(ROLES)] },
});

const ENTITY: Schema = orNothing(
  closed({
    was: { type: 'string', description: 'The name before; renames the entity' },
    plural: { type: 'string', description: 'The plural in snake case' },
    fields: orNothing({
      type: 'object',
      propertyNames: { pattern: '^[a-z][a-z0-9]*(_[a-z0-9]+)*$' },
      additionalProperties: FIELD,
    }),
    unique: NAME_LISTS,
    index: NAME_LISTS,
    layers: { oneOf: [LAYER, { type: 'array', items: LAYER, minItems: 1, uniqueItems: true }] },
    endpoint: orNothing(ENDPOINT),
  }),
);

/** The JSON schema (draft 7) of hut.yaml for editors, made from the rules that `parseBlueprint` checks by. */
export function blueprintSchema(features: readonly FeatureSchema[]): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'hut.yaml',
    ...closed({
      hut: { const: FORMAT, description: 'Format of this file' },
      ...schemasOf(SCALAR_KEYS),
      name: { type: 'string', pattern: PROJECT_NAME, description: SCALAR_KEYS.name.doc },
      features: orNothing(closed(Object.fromEntries(features.map(featureSchema)))),
      entities: orNothing({
        type: 'object',
        propertyNames: { pattern: '^[A-Z][A-Za-z0-9]*$' },
        additionalProperties: ENTITY,
      }),
      services: orNothing(schemaOf(SERVICES)),
      own: orNothing(schemaOf(OWN)),
      plugins: orNothing({
        type: 'object',
        additionalProperties: { type: 'string', pattern: whole(VERSION) },
      }),
    }),
    required: ['hut'],
  };
}

function featureSchema({ id, options, summary }: FeatureSchema): readonly [string, Schema] {
  const schema = orNothing(closed(schemasOf(options)));
  return [id, summary === undefined ? schema : { ...schema, description: summary }];
}

function schemasOf(rules: Readonly<Record<string, OptionRule>>): Schema {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, schemaOf(rule)]));
}

function schemaOf(rule: OptionRule): Schema {
  const about = rule.doc === undefined ? {} : { description: rule.doc };
  const fallback = rule.default === undefined ? {} : { default: rule.default };
  return { ...about, ...fallback, ...valueSchemaOf(rule) };
}

function valueSchemaOf(rule: OptionRule): Schema {
  switch (rule.type) {
    case 'choice':
      return { enum: rule.choices };
    case 'flag':
      return { type: 'boolean' };
    case 'text':
      return textSchema(rule.pattern);
    case 'number':
      return { type: 'number', ...bound('minimum', rule.min), ...bound('maximum', rule.max) };
    case 'list': {
      const items = rule.choices === undefined ? textSchema(rule.pattern) : { enum: rule.choices };
      return { type: 'array', uniqueItems: true, items };
    }
  }
}

function textSchema(pattern: string | undefined): Schema {
  return pattern === undefined ? { type: 'string' } : { type: 'string', pattern: whole(pattern) };
}

function bound(name: string, value: number | undefined): Schema {
  return value === undefined ? {} : { [name]: value };
}

function whole(pattern: string): string {
  return `^(?:${pattern})$`;
}

function closed(properties: Schema): Schema {
  return { type: 'object', additionalProperties: false, properties };
}

/** A key with nothing behind it reads as empty. */
function orNothing(schema: Schema): Schema {
  return { ...schema, type: [schema['type'], 'null'] };
}
