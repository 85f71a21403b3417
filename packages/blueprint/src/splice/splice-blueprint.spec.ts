import { spliceBlueprint } from './splice-blueprint.ts';

const HEAD = 'hut: 1\nname: shop\n';

describe('spliceBlueprint', () => {
  it('opens an empty map for the first key and closes it after the last', () => {
    const empty = `${HEAD}features: {}  # what we use\nentities: {}\n`;
    const filled = spliceBlueprint(empty, [{ set: ['features', 'docker'], value: {} }]);
    expect(filled).toBe(`${HEAD}features:  # what we use\n  docker: {}\nentities: {}\n`);
    expect(spliceBlueprint(filled, [{ remove: ['features', 'docker'] }])).toBe(empty);
  });
});
