import { writtenValue } from '@hut/blueprint';
import { amendedBy } from '@hut/testing';
import { lookup } from '../lookup.ts';

const product = 'add crud Product name price:decimal:8,2 --plural goods --index name,price';

describe('hut add crud', () => {
  it('adds an entity with all layers', async () => {
    const text = await amendedBy(lookup, [product]);
    expect(writtenValue(text, ['entities', 'Product'])).toEqual({
      plural: 'goods',
      fields: { name: 'string', price: 'decimal:8,2' },
      index: [['name', 'price']],
      layers: 'endpoint',
    });
  });

  it('adds the layers that an entity lacks, and is undone without it', async () => {
    const before = await amendedBy(lookup, [
      'add model User name',
      'add model Article author:User',
    ]);
    const text = await amendedBy(lookup, ['add crud article --embed author'], before);
    expect(writtenValue(text, ['entities', 'Article'])).toEqual({
      fields: { author: 'User' },
      layers: ['model', 'endpoint'],
      endpoint: { embed: ['author'] },
    });
    expect(await amendedBy(lookup, ['remove crud Article'], text)).toBe(before);
  });

  it('is undone by hut remove crud, byte for byte', async () => {
    const before = await amendedBy(lookup, []);
    expect(await amendedBy(lookup, [product, 'remove crud goods'], before)).toBe(before);
  });

  it.each([
    [['add crud Product name'], 'entity-exists'],
    [['add crud Product --plural wares'], 'entity-exists'],
    [['add model Order product:Product', 'remove crud Product'], 'needed'],
    [['remove model Product'], 'needed'],
  ])('refuses %j', async (lines, id) => {
    await expect(amendedBy(lookup, [product, ...lines])).rejects.toMatchObject({ id, exitCode: 3 });
  });
});
