import { parseBlueprint } from '../parse-blueprint.ts';
import { draftFormat } from './draft-format.fixture.ts';
import type { FormatStep } from './format-step.ts';
import { migrateFormat } from './migrate-format.ts';

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
    expect(migrateFormat(written, [draftFormat])).toBe(migrated);
    const context = { file: 'hut.yaml', features: [], runningVersion: '0.1.0' } as const;
    expect(parseBlueprint(migrated, { ...context, complete: 'from' }).entities).toHaveLength(2);
  });

  it('passes through every format between, each step once', () => {
    const earlier: FormatStep = { from: -1, splices: () => [{ rename: ['store'], to: 'db' }] };
    const text = written.replace('hut: 0', 'hut: -1').replace('db:', 'store:');
    expect(migrateFormat(text, [draftFormat, earlier])).toBe(migrated);
  });

  it('keeps a byte order mark and the line ends of its owner', () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(migrateFormat(windows(written), [draftFormat])).toBe(windows(migrated));
  });

  it('is refused when no release wrote it', () => {
    expect(() => migrateFormat(written, [])).toThrow('no release of hut wrote format 0');
  });

  it.each(['hut: 1\nname: shop\n', 'hut: 2\n', 'hut: "0"\n', 'name: shop\n'])(
    'is not what %j is: it stays for its reader to judge',
    (text) => {
      expect(migrateFormat(text, [draftFormat])).toBe(text);
    },
  );
});
