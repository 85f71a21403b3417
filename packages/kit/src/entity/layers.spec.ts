import fc from 'fast-check';
import { LAYERS, parseBlueprint, spliceBlueprint, type Entity, type Layer } from '@hut/blueprint';
import { addLayer, removeLayer } from './layers.ts';

function hutYaml(layers: readonly Layer[]): string {
  const asked = String(layers) === 'model' ? '' : `\n    layers: [${layers.join(', ')}]`;
  return `hut: 1\nentities:\n  Tag:\n    fields: { name: string }${asked} # so far\n`;
}

function entityOf(text: string): Entity {
  const context = { file: 'hut.yaml', features: [], runningVersion: '0.1.0' };
  return parseBlueprint(text, { ...context, complete: 'from', name: 'shop' }).entities[0]!;
}

const add = (text: string, layer: Layer): string =>
  spliceBlueprint(text, addLayer(entityOf(text), layer));
const remove = (text: string, layer: Layer): string =>
  spliceBlueprint(text, removeLayer(entityOf(text), layer));

const anyLayers = fc.subarray([...LAYERS], { minLength: 1 });
const anyLayer = fc.constantFrom(...LAYERS);

describe('the layers that were asked for', () => {
  it('are what they were after one is added and removed again', () => {
    fc.assert(
      fc.property(anyLayers, anyLayer, (layers, layer) => {
        fc.pre(!layers.includes(layer));
        const text = add(hutYaml(layers), layer);
        expect(entityOf(remove(text, layer)).layers).toEqual(layers);
      }),
    );
  });

  it('are the same in whatever order they were added', () => {
    fc.assert(
      fc.property(anyLayer, anyLayer, (one, other) => {
        const start = hutYaml(['model']);
        expect(add(add(start, one), other)).toBe(add(add(start, other), one));
      }),
    );
  });

  it('are never none: the one below the last stays, down to the model', () => {
    const start = hutYaml(['endpoint']);
    const left = ['endpoint', 'service', 'repository', 'schema'] as const;
    const ends = left.reduce(remove, start);
    expect(entityOf(ends).layers).toEqual(['model']);
    expect(entityOf(remove(ends, 'model')).layers).toEqual(['model']);
  });

  it.each([
    ['schema', 'needed', 'The schema of Tag is needed by its service'],
    ['endpoint', 'no-layer', 'Tag has no endpoint'],
  ] as const)('do not lose a %s that was not asked for', (layer, id, message) => {
    expect(() => remove(hutYaml(['service']), layer)).toThrow(
      expect.objectContaining({ id, message }),
    );
  });
});
