import { parseBlueprint } from '@hut/blueprint';
import { toFactoryView } from './factory-view.ts';

/** The factory of an entity with these fields and sets. */
function factoryOf(fields: string, unique = '[]'): string {
  const text = `hut: 1\nname: shop\nentities:\n  Tag: {}\n  One: { fields: ${fields}, unique: ${unique} }\n`;
  const context = { file: 'hut.yaml', features: [], runningVersion: '0.1.0', name: 'shop' };
  const { entities } = parseBlueprint(text, { ...context, complete: 'from' });
  const entity = entities.find(({ name }) => name === 'One')!;
  return JSON.stringify(toFactoryView({ entities, ids: 'uuid', database: 'sqlite' }, entity));
}

describe('a factory', () => {
  it('leaves what has a default to it', () => {
    expect(factoryOf('{ a: "int:default=1", b: "uuid:unique:default=uuid" }')).not.toMatch(
      /setdefault/,
    );
  });

  it('makes up what two records may not share, whatever its default', () => {
    expect(factoryOf('{ a: "int:unique:default=1" }')).toContain('setdefault(\\"a\\"');
    const fields = '{ a: "int:default=1", b: "int:default=2" }';
    expect(factoryOf(fields, '[[b, a]]')).toMatch(/setdefault\(\\"b\\".*/);
    expect(factoryOf(fields, '[[b, a]]')).not.toContain('setdefault(\\"a\\"');
  });

  it('may need many others', () => {
    const fields = Array.from({ length: 10 }, (_, index) => `t${index}: Tag`).join(', ');
    expect(factoryOf(`{ ${fields} }`)).toContain('# noqa: C901');
    expect(factoryOf('{ t: Tag }')).not.toContain('noqa');
  });
});
