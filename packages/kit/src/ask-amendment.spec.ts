import { askAmendment, type GrowthCommand } from './ask-amendment.ts';
import { defineGenerator } from './define-generator.ts';
import { draftBlueprint } from './draft-blueprint.ts';
import { newEntity, newEntityArguments } from './entity/new-entity.ts';
import { askedEntity, entityArgument } from './entity/layer-commands.ts';
import { parseFields } from './entity/parse-fields.ts';
import type { Prompt } from './prompt.ts';

const thing = defineGenerator({
  id: 'thing',
  summary: 'A thing',
  builds: ['entities'],
  arguments: newEntityArguments,
  amend: (asked) => [newEntity(asked, 'model').splice],
});
const part = defineGenerator({
  id: 'part',
  summary: 'A part of a thing',
  arguments: [
    { ...entityArgument, holdsNext: true },
    { name: 'parts', doc: 'A part', many: true },
  ],
  amend: (asked) => {
    parseFields(asked.args.slice(1), askedEntity(asked), asked.blueprint);
    return [];
  },
});
const lookup = [thing, part].map((definition) => ({ definition, templates: {} }));
const draft = { from: null, name: 'shop', lookup, version: '0.1.0' };
const existing = draftBlueprint({
  ...draft,
  existing: null,
  amendments: [{ definition: thing, args: ['User', 'name'], values: {} }],
});

/** A person who gives these answers, each as often as it is refused before. */
function person(...answers: string[]): { prompt: Prompt; heard: string[] } {
  const heard: string[] = [];
  const prompt: Prompt = ([question]) => {
    for (;;) {
      const answer = answers.shift() ?? '';
      const verdict = question!.validate!(answer);
      heard.push(`${question!.message} ${answer}`);
      if (verdict === true) return Promise.resolve({ [question!.name]: answer });
      heard.push(`  ${verdict}`);
    }
  };
  return { prompt, heard };
}

const ask = (words: readonly string[], prompt: Prompt | null, more: Partial<GrowthCommand> = {}) =>
  askAmendment({
    definition: thing,
    door: 'hut add thing',
    words,
    values: {},
    draft: { ...draft, existing },
    prompt,
    ...more,
  });

describe('the words of a command', () => {
  it('are asked for where they are missing, and a wrong answer is asked for again with the reason', async () => {
    const { prompt, heard } = person(
      '',
      'users',
      'Post',
      'title:strng',
      'title',
      'title:text',
      'by:Usr',
      '',
    );
    const { amendment, command, isAsked } = await ask([], prompt);
    expect(amendment.args).toEqual(['Post', 'title']);
    expect([command, isAsked]).toEqual(['hut add thing Post title', true]);
    expect(heard).toEqual([
      'Name of the entity, as in Article ',
      '  It is needed',
      'Name of the entity, as in Article users',
      expect.stringContaining('  User exists already. Add fields to it: '),
      'Name of the entity, as in Article Post',
      'A field, as in title:string:120 (empty to finish) title:strng',
      expect.stringContaining('unknown type "strng". Did you mean string?'),
      'A field, as in title:string:120 (empty to finish) title',
      'A field, as in title:string:120 (empty to finish) title:text',
      expect.stringContaining('The field title is there twice'),
      'A field, as in title:string:120 (empty to finish) by:Usr',
      expect.stringContaining('there is no entity Usr'),
      'A field, as in title:string:120 (empty to finish) ',
    ]);
  });

  it('are not asked for where they are given, or mean nothing', async () => {
    const nobody: Prompt = () => Promise.reject(new Error('asked'));
    expect(await ask(['Post', 'title'], nobody)).toMatchObject({ isAsked: false });
    expect(await ask(['User'], nobody)).toMatchObject({ amendment: { args: ['User'] } });
  });

  it('may hold two in one, typed or answered', async () => {
    const { prompt } = person('user.mail', '');
    const asked = { definition: part, door: 'hut add part' };
    expect((await ask([], prompt, asked)).command).toBe('hut add part user mail');
    expect((await ask(['User.a:float:default=0.5', 'b'], null, asked)).amendment.args).toEqual([
      ...['User', 'a:float:default=0.5', 'b'],
    ]);
  });

  it.each([
    [thing, [], 'missing-argument', 'Usage: hut add it <entity> [fields...]'],
    [part, ['User'], 'missing-argument', 'Usage: hut add it <entity> <parts...>'],
    [{ ...part, arguments: [entityArgument] }, ['A', 'b'], 'unknown-argument', '<entity>'],
  ])('are refused where nobody is there to ask (%#)', async (definition, words, id, hint) => {
    const asking = ask(words, null, { definition, door: 'hut add it' });
    await expect(asking).rejects.toMatchObject({
      id,
      hint: expect.stringContaining(hint) as string,
    });
  });
});
