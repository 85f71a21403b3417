import { parseBlueprint } from '../parse-blueprint.ts';
import { isPlainMap } from '../plain/plain-map.ts';
import type { Splice } from '../splice/splice.ts';
import type { FormatStep } from './format-step.ts';
import { migrateFormat } from './migrate-format.ts';

/** A first draft of hut.yaml, as it could have been: `db`, `models`, and a question mark behind what may be left out. */
const draft: FormatStep = {
  from: 0,
  splices: (data) => [
    ...('db' in data ? [{ rename: ['db'], to: 'database' }] : []),
    ...('models' in data ? [{ rename: ['models'], to: 'entities' }] : []),
    ...entriesOf(data['models']).flatMap(([name, entity]) =>
      entriesOf(entriesIn(entity, 'fields')).flatMap(([field, type]): Splice[] =>
        typeof type === 'string' && type.endsWith('?')
          ? [
              {
                set: ['entities', name, 'fields', field],
                value: `${type.slice(0, -1)}:optional`,
              },
            ]
          : [],
      ),
    ),
  ],
};

const entriesOf = (value: unknown): [string, unknown][] =>
  isPlainMap(value) ? Object.entries(value) : [];
const entriesIn = (value: unknown, key: string): unknown =>
  isPlainMap(value) ? value[key] : undefined;

const written = `# Ours. Ask Ada before you change it.
hut: 0 # a draft
name: shop

db: postgresql   # as in production
models:
  # What we sell.
  Product:
    fields:
      name: string:120
      note: 'text?'   # for the kitchen
      price: decimal:10,2?

  Tag: { fields: { name: string, hint: string? } }
own: []
`;

const migrated = `# Ours. Ask Ada before you change it.
hut: 1 # a draft
name: shop

database: postgresql   # as in production
entities:
  # What we sell.
  Product:
    fields:
      name: string:120
      note: 'text:optional'   # for the kitchen
      price: decimal:10,2:optional

  Tag: { fields: { name: string, hint: string:optional } }
own: []
`;

describe('a hut.yaml of an earlier format', () => {
  it('becomes one of now; comments, order, quotes and layout stay', () => {
    expect(migrateFormat(written, [draft])).toBe(migrated);
    const context = { file: 'hut.yaml', features: [], runningVersion: '0.1.0' } as const;
    expect(parseBlueprint(migrated, { ...context, complete: 'from' }).entities).toHaveLength(2);
  });

  it('passes through every format between, each step once', () => {
    const earlier: FormatStep = { from: -1, splices: () => [{ rename: ['store'], to: 'db' }] };
    const text = written.replace('hut: 0', 'hut: -1').replace('db:', 'store:');
    expect(migrateFormat(text, [draft, earlier])).toBe(migrated);
  });

  it('keeps a byte order mark and the line ends of its owner', () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(migrateFormat(windows(written), [draft])).toBe(windows(migrated));
  });

  it('is refused when no release wrote it', () => {
    expect(() => migrateFormat(written, [])).toThrow('no release of hut wrote format 0');
  });

  it.each(['hut: 1\nname: shop\n', 'hut: 2\n', 'hut: "0"\n', 'name: shop\n'])(
    'is not what %j is: it stays for its reader to judge',
    (text) => {
      expect(migrateFormat(text, [draft])).toBe(text);
    },
  );
});
