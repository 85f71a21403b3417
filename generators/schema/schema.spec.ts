import { writtenValue } from '@hut/blueprint';
import { amendedBy } from '@hut/testing';
import { lookup } from '../lookup.ts';

const lines = ['add model Article title', 'add schema articles'];

describe('hut add schema', () => {
  it('is remembered among the layers of the entity, once', async () => {
    const text = await amendedBy(lookup, [...lines, 'add schema Article']);
    expect(writtenValue(text, ['entities', 'Article', 'layers'])).toEqual(['model', 'schema']);
  });

  it('says with which command a missing entity is added', async () => {
    await expect(amendedBy(lookup, ['add schema Article'])).rejects.toMatchObject({
      id: 'no-entity',
      hint: 'Add it: hut add model Article',
    });
  });

  it('is undone by hut remove schema, byte for byte', async () => {
    const before = await amendedBy(lookup, lines.slice(0, 1));
    expect(await amendedBy(lookup, ['add schema Article', 'remove schema Article'], before)).toBe(
      before,
    );
  });

  it('stays while a higher layer needs it', async () => {
    const higher = ['add model Article title', 'add endpoint Article', 'remove schema Article'];
    await expect(amendedBy(lookup, higher)).rejects.toMatchObject({
      id: 'needed',
      hint: 'Remove that first: hut remove endpoint Article',
    });
  });
});
