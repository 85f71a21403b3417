import { writtenValue } from '@hut/blueprint';
import { amendedBy } from '@hut/testing';
import { lookup } from '../lookup.ts';

const lines = ['add model Article title', 'add repository articles'];

describe('hut add repository', () => {
  it('is remembered among the layers of the entity, once', async () => {
    const text = await amendedBy(lookup, [...lines, 'add repository Article']);
    expect(writtenValue(text, ['entities', 'Article', 'layers'])).toEqual(['model', 'repository']);
  });

  it('says with which command a missing entity is added', async () => {
    await expect(amendedBy(lookup, ['add repository Article'])).rejects.toMatchObject({
      id: 'no-entity',
      hint: 'Add it: hut add model Article',
    });
  });

  it('is undone by hut remove repository, byte for byte', async () => {
    const before = await amendedBy(lookup, lines.slice(0, 1));
    expect(
      await amendedBy(lookup, ['add repository Article', 'remove repository Article'], before),
    ).toBe(before);
  });

  it('stays while a higher layer needs it', async () => {
    const higher = ['add model Article title', 'add endpoint Article', 'remove repository Article'];
    await expect(amendedBy(lookup, higher)).rejects.toMatchObject({
      id: 'needed',
      hint: 'Remove that first: hut remove endpoint Article',
    });
  });
});
