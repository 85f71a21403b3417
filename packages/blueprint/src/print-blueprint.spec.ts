import fc from 'fast-check';
import { LAYERS, type Entity } from './entity/entity.ts';
import { toEntityValue } from './entity/to-entity-value.ts';
import { anyField } from './field/any-field.ts';
import type { Field } from './field/field.ts';
import { fillBlueprint } from './fill-blueprint.ts';
import { parseBlueprint, type ParseContext } from './parse-blueprint.ts';
import { printBlueprint } from './print-blueprint.ts';
import type { Blueprint } from './shape.ts';
import { spliceBlueprint } from './splice/splice-blueprint.ts';

const CONTEXT: ParseContext = {
  file: 'hut.yaml',
  features: [
    {
      id: 'auth',
      options: { providers: { type: 'list', default: [] }, path: { type: 'text', default: '' } },
    },
    { id: 'docker', options: {} },
  ],
  runningVersion: '0.1.0',
  brings: () =>
    ['User', 'Tag', 'Article'].map((name) => ({ name, by: 'people', value: { fields: {} } })),
};
const real = { noNullPrototype: true } as const;
const text = fc.string({ unit: 'binary', maxLength: 40 });

/** One relation at most has a name for its other side, and one field at most a name before. */
function apart(fields: readonly Field[], entity: string): readonly Field[] {
  return fields.map((field, index) => {
    const { was, ...rest } = field;
    const once = index === 0 && was !== undefined ? { ...rest, was } : rest;
    if (once.kind === 'scalar' || once.otherSide === undefined) return once;
    return { ...once, otherSide: `${entity.toLowerCase()}_${once.name}` };
  });
}

const entity = (name: string): fc.Arbitrary<Entity> =>
  fc.record(
    {
      name: fc.constant(name),
      plural: fc.constant(`many_${name.toLowerCase()}`),
      fields: fc
        .uniqueArray(anyField, { selector: (field) => field.name, maxLength: 4 })
        .map((fields) => apart(fields, name)),
      unique: fc.constantFrom([], [['created_at', 'updated_at']]),
      index: fc.constantFrom([], [['updated_at', 'created_at']]),
      layers: fc.subarray([...LAYERS], { minLength: 1 }),
      endpoint: fc.record(
        {
          paginate: fc.constant('offset' as const),
          embed: fc.constant([]),
          access: fc.constantFrom('public' as const, 'login' as const, ['admin']),
        },
        { requiredKeys: ['paginate', 'embed'], ...real },
      ),
    },
    { requiredKeys: ['name', 'fields', 'unique', 'index', 'layers', 'endpoint'], ...real },
  );

const entities = fc
  .subarray(['Account', 'HTTPLog', 'Zone'])
  .chain((names) => fc.tuple(...names.map(entity)));

const blueprint: fc.Arbitrary<Blueprint> = fc.record(
  {
    hut: fc.constant(1 as const),
    generator: fc.constantFrom('0.1.0', '12.0.3', '1.0.0-rc.1'),
    name: fc.constantFrom('shop', 'no', 'My_Shop-2', 'true'),
    description: text,
    python: fc.constantFrom('3.11', '3.14'),
    target: fc.constant('fastapi' as const),
    architecture: fc.constant('layered' as const),
    database: fc.constantFrom('sqlite', 'postgresql', 'mysql'),
    ids: fc.constantFrom('uuid', 'int'),
    features: fc.record(
      {
        auth: fc.record({ providers: fc.uniqueArray(text, { maxLength: 3 }), path: text }, real),
        docker: fc.constant({}),
      },
      { requiredKeys: [], ...real },
    ),
    entities,
    services: fc.subarray(['Mail', 'Payment']),
    own: fc.subarray(['Makefile #2', 'README.md', 'app/core/an odd: one.py']),
    plugins: fc.constantFrom({}, { '@acme/hut-stripe': '1.2.0' }),
  },
  real,
);

function print(value: Blueprint): string {
  const values = value.entities.map((one) => [one.name, toEntityValue(one)] as const);
  return printBlueprint({ ...value, entities: Object.fromEntries(values) });
}

const isMark = (key: string): boolean => ['broughtBy', 'ownLayers'].includes(key);

/** What a text says, without what features bring. */
function written(text: string, { entities: wanted }: Blueprint): Blueprint {
  const read = parseBlueprint(text, CONTEXT);
  const entities = read.entities
    .filter(({ name }) => wanted.some((entity) => entity.name === name))
    .map((entity) => Object.entries(entity).filter(([key]) => !isMark(key)))
    .map((entries) => Object.fromEntries(entries) as unknown as Entity);
  return { ...read, entities };
}

describe('printBlueprint', () => {
  it('prints what parseBlueprint reads back', () => {
    fc.assert(
      fc.property(blueprint, (value) => {
        expect(written(print(value), value)).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });

  it('prints a first file that a person can read', () => {
    expect(printBlueprint({ generator: '0.1.0', name: 'shop', features: { docker: {} } })).toBe(
      `# The blueprint of this project. Edit it, then run: hut sync
hut: 1  # format of this file
generator: 0.1.0  # the version that renders it
name: shop
description: ""
python: "3.11"  # the lowest version supported
target: fastapi
architecture: layered
database: sqlite
ids: uuid  # uuid | int
features:
  docker: {}
entities: {}
services: []
own: []
plugins: {}
`,
    );
  });

  it('prints the same whether something is there from the start or added later', () => {
    const first = { generator: '0.1.0', name: 'shop', schema: './hut.schema.json' };
    const empty = printBlueprint(first);
    const later = spliceBlueprint(empty, [
      { set: ['database'], value: 'postgresql' },
      { set: ['features', 'docker'], value: {} },
      { set: ['entities', 'Tag'], value: { fields: { name: 'string' } } },
      { add: ['services'], item: 'Payment' },
      { set: ['features', 'auth'], value: { providers: ['google'] } },
    ]);
    const atOnce = printBlueprint({
      ...first,
      database: 'postgresql',
      features: { auth: { providers: ['google'] }, docker: {} },
      entities: { Tag: { fields: { name: 'string' } } },
      services: ['Payment'],
    });
    expect(later).toBe(atOnce);
    const back = spliceBlueprint(later, [
      { remove: ['features', 'docker'] },
      { remove: ['entities', 'Tag'] },
      { drop: ['services'], item: 'Payment' },
      { remove: ['features', 'auth'] },
      { set: ['database'], value: 'sqlite' },
    ]);
    expect(back).toBe(empty);
  });
});

describe('fillBlueprint', () => {
  const defaults = { file: 'mine.yaml', generator: '0.1.0', name: 'shop' };

  it('writes absent keys in between those of the person', () => {
    expect(
      fillBlueprint('# ours\nhut: 1\ndatabase: mysql # as ever\nfeatures: {docker: {}}', defaults),
    ).toBe(
      `# ours
hut: 1
generator: 0.1.0
name: shop
description: ""
python: "3.11"
target: fastapi
architecture: layered
database: mysql # as ever
ids: uuid
features: {docker: {}}
entities: {}
services: []
own: []
plugins: {}`,
    );
  });

  it('changes nothing in a whole file', () => {
    const whole = printBlueprint({ generator: '0.0.1', name: 'other' });
    expect(fillBlueprint(whole, defaults)).toBe(whole);
  });

  it('names the file when it is no blueprint', () => {
    expect(() => fillBlueprint('- a', defaults)).toThrow('mine.yaml:1:1: a list');
  });
});
