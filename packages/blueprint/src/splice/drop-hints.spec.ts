import { spliceBlueprint } from './splice-blueprint.ts';
import { toHintSplices } from './drop-hints.ts';

const dropHints = (text: string): string => spliceBlueprint(text, toHintSplices(text));

describe('toHintSplices', () => {
  it('takes the hints of entities and fields out, and nothing else', () => {
    const text = [
      'hut: 1',
      'entities:',
      '  Article: # was a post',
      '    was: Post',
      '    fields:',
      '      headline: str:120:was=title:optional # shown',
      '      body: { type: "text:was=content", description: "was=nothing" }',
      '      mood: was=feeling',
      '      other: "string"',
      '',
    ].join('\n');
    expect(dropHints(text)).toBe(
      [
        'hut: 1',
        'entities:',
        '  Article: # was a post',
        '    fields:',
        '      headline: str:120:optional # shown',
        '      body: { type: "text", description: "was=nothing" }',
        '      mood: ""',
        '      other: "string"',
        '',
      ].join('\n'),
    );
  });

  it('leaves a text without hints alone', () => {
    expect(toHintSplices('hut: 1\ndescription: it was so\n')).toEqual([]);
  });
});
