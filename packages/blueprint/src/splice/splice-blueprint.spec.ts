import fc from 'fast-check';
import { parse } from 'yaml';
import { spliceBlueprint } from './splice-blueprint.ts';
import type { Splice } from './splice.ts';

const HEAD = 'hut: 1\nname: shop\n';

function spliced(text: string, ...splices: Splice[]): string {
  return spliceBlueprint(HEAD + text, splices).slice(HEAD.length);
}

describe('spliceBlueprint', () => {
  it('opens an empty map for the first key and closes it after the last', () => {
    const empty = 'features: {}  # what we use\nentities: {}\n';
    const filled = spliced(empty, { set: ['features', 'docker'], value: {} });
    expect(filled).toBe('features:  # what we use\n  docker: {}\nentities: {}\n');
    expect(spliced(filled, { remove: ['features', 'docker'] })).toBe(empty);
  });

  it('puts features in their order, whichever comes first', () => {
    const auth: Splice = { set: ['features', 'auth'], value: { providers: ['google'] } };
    const docker: Splice = { set: ['features', 'docker'], value: {} };
    const text = 'features:\n  auth: { providers: [google] }\n  docker: {}\n';
    expect(spliced('features: {}\n', docker, auth)).toBe(text);
    expect(spliced('features: {}\n', auth, docker)).toBe(text);
  });

  it('puts top-level keys in the order of the contract', () => {
    const text = 'features: {}\nplugins: {}\n';
    expect(spliced(text, { add: ['services'], item: 'Payment' })).toBe(
      'features: {}\nservices: [Payment]\nplugins: {}\n',
    );
  });

  it('puts a new field last, for their order is a decision', () => {
    const text = 'entities:\n  Article:\n    fields:\n      title: string\n    layers: endpoint\n';
    expect(spliced(text, { set: ['entities', 'Article', 'fields', 'body'], value: 'text' })).toBe(
      'entities:\n  Article:\n    fields:\n      title: string\n      body: text\n    layers: endpoint\n',
    );
  });

  it('writes an entity one key a line, and quotes only what needs it', () => {
    const value = {
      layers: 'endpoint',
      unique: [['author', 'title']],
      fields: {
        title: 'string:120',
        price: 'decimal:10,2',
        summary: { description: 'Shown: in lists', type: 'decimal:10,2' },
      },
    };
    expect(spliced('entities: {}\n', { set: ['entities', 'Article'], value })).toBe(
      [
        'entities:',
        '  Article:',
        '    fields:',
        '      title: string:120',
        '      price: decimal:10,2',
        '      summary: { type: "decimal:10,2", description: "Shown: in lists" }',
        '    unique: [[author, title]]',
        '    layers: endpoint\n',
      ].join('\n'),
    );
  });

  it('stays inside the braces of a person who writes braces', () => {
    const text = 'features: { auth: {}, lint: {} } # ours\n';
    const filled = spliced(text, { set: ['features', 'docker'], value: {} });
    expect(filled).toBe('features: { auth: {}, docker: {}, lint: {} } # ours\n');
    expect(spliced(filled, { remove: ['features', 'docker'] })).toBe(text);
  });

  it('changes one value in its line and keeps its quotes', () => {
    const text = "python: '3.11'   # the lowest\ndatabase: sqlite\n";
    expect(spliced(text, { set: ['python'], value: '3.12' })).toBe(
      "python: '3.12'   # the lowest\ndatabase: sqlite\n",
    );
  });

  it('renames a key where it stands', () => {
    const text = 'entities:\n  Post: # the blog\n    fields: { title: string }\n';
    expect(spliced(text, { rename: ['entities', 'Post'], to: 'Article' })).toBe(
      'entities:\n  Article: # the blog\n    fields: { title: string }\n',
    );
  });

  it('adds to a list in either style and takes out again', () => {
    for (const text of ['services: [Mail, Tax]\n', 'services:\n  - Mail # old\n  - Tax\n']) {
      const added = spliced(text, { add: ['services'], item: 'Payment' });
      expect(added).toContain('Payment');
      expect(spliced(added, { drop: ['services'], item: 'Payment' })).toBe(text);
    }
  });

  it('changes nothing, to the byte, when the data are so already', () => {
    const text = "features: {auth: {providers: ['google']}}\n";
    const value = { providers: ['google'] };
    expect(spliced(text, { set: ['features', 'auth'], value })).toBe(text);
    expect(spliced(text, { remove: ['features', 'docker'] })).toBe(text);
  });

  it('writes any text so that it reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (value) => {
        const text = spliced('description: x\n', { set: ['description'], value });
        expect(parse(text)).toEqual({ description: value });
      }),
    );
  });

  it('refuses a document with anchors and names the line', () => {
    const edit = () => spliced('features: &all {}\n', { set: ['features', 'auth'], value: {} });
    expect(edit).toThrow('hut.yaml:3:16: an anchor (&) stands here');
  });

  it('refuses to open what is no map', () => {
    const edit = () => spliced('features: all\n', { set: ['features', 'auth'], value: {} });
    expect(edit).toThrow('hut.yaml:3:11: features is no map');
  });

  it('refuses to rename what is not there', () => {
    const edit = () => spliced('entities: {}\n', { rename: ['entities', 'Post'], to: 'Article' });
    expect(edit).toThrow('entities.Post is not there');
  });

  it('refuses to rename over another one', () => {
    const text = 'entities:\n  Post: {}\n  Tag: {}\n';
    const edit = () => spliced(text, { rename: ['entities', 'Post'], to: 'Tag' });
    expect(edit).toThrow('entities.Tag is there already');
  });
});
