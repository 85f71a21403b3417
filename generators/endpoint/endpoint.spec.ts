import { writtenValue } from '@hut/blueprint';
import { amendedBy } from '@hut/testing';
import { lookup } from '../lookup.ts';

const models = ['add model User name', 'add model Article title author:User editor:User:optional'];

describe('hut add endpoint', () => {
  it('is remembered among the layers, with the relations that answers nest', async () => {
    const lines = [
      'add endpoint article --embed author',
      'add endpoint Article --embed editor,author',
    ];
    const text = await amendedBy(lookup, [...models, ...lines]);
    expect(writtenValue(text, ['entities', 'Article'])).toMatchObject({
      layers: ['model', 'endpoint'],
      endpoint: { embed: ['author', 'editor'] },
    });
  });

  it('is undone by hut remove endpoint, byte for byte', async () => {
    const before = await amendedBy(lookup, models);
    const lines = ['add endpoint Article --embed author', 'remove endpoint Article'];
    expect(await amendedBy(lookup, lines, before)).toBe(before);
  });

  it('leaves what is below it where it was the only layer that was asked for', async () => {
    const text = await amendedBy(lookup, ['add crud Tag name', 'remove endpoint Tag']);
    expect(writtenValue(text, ['entities', 'Tag', 'layers'])).toBe('service');
  });

  it.each([
    ['add endpoint Post', 'no-entity'],
    ['add endpoint Article --embed title', 'blueprint'],
    ['add endpoint Article --embed writer', 'blueprint'],
    ['remove endpoint Article', 'no-layer'],
  ])('refuses %s', async (line, id) => {
    await expect(amendedBy(lookup, [...models, line])).rejects.toMatchObject({ id, exitCode: 3 });
  });
});
