import { writtenValue } from '@hut/blueprint';
import { amendedBy } from '@hut/testing';
import { lookup } from '../lookup.ts';

const start = `hut: 1
generator: 0.1.0
name: shop
python: "3.11"
target: fastapi
architecture: layered
database: sqlite
ids: uuid
entities:
  Article:
    fields:
      author: User
      # the first line
      title: { type: 'string:120:index', description: Shown in lists }
      slug: unique:max=80
      status: enum:draft,published
    unique: [[author, title]]
    index: [[status, title], [title, created_at]]
    layers: endpoint
    endpoint: { embed: [author], owner: author }
  User:
    fields: { name: string }
`;
const after = (...lines: string[]): Promise<string> => amendedBy(lookup, lines, start);
const refusal = (...lines: string[]): Promise<unknown> =>
  after(...lines).catch((error: unknown) => error);
const article = (text: string, ...path: string[]): unknown =>
  writtenValue(text, ['entities', 'Article', ...path]);

describe('hut add field', () => {
  it('adds fields behind those that are there, in the order of the words', async () => {
    const text = await after('add field articles subtitle:optional views:bigint:default=0');
    expect(text).toBe(
      start.replace(
        'published\n',
        'published\n      subtitle: string:optional\n      views: bigint:default=0\n',
      ),
    );
    expect(await after('add field Article.subtitle:optional views:bigint:default=0')).toBe(text);
  });

  it('adds sets of fields besides those that are there', async () => {
    const text = await after(
      'add field Article locale:string:5 --unique slug,locale --index locale,status',
    );
    expect(article(text, 'unique')).toEqual([
      ['author', 'title'],
      ['slug', 'locale'],
    ]);
    expect(article(text, 'index')).toHaveLength(3);
  });

  it.each([
    ['Article title', 'field-exists', 'hut change field Article.title'],
    ['Article x:int x:text', 'field-exists', 'Keep one of the two'],
    ['Article price:money', 'field', 'Did you mean'],
    ['Article id:uuid', 'field', 'article_id'],
    ['Article class:string', 'field', 'article_class'],
    ['Article select:string', 'field', 'article_select'],
    ['Article metadata:json', 'field', 'article_metadata'],
    ['Article first-name', 'field', 'first_name'],
    ['Article firstName', 'field', 'first_name'],
    ['Article a::b', 'field', 'Remove one'],
    ['Article a:string:requred', 'field', 'Modifiers'],
    ['Article editor:Usr', 'blueprint', 'Did you mean User'],
    ['Article author_id:uuid', 'blueprint', 'Remove it'],
    ['Article a:int --unique a', 'blueprint', 'For one field'],
    ['Article a:int --unique a,nope', 'blueprint', 'Fields: '],
    ['Article a:json --unique a,slug', 'blueprint', 'Take it out'],
    [
      'Artikel subtitle',
      'no-entity',
      'Did you mean Article? If not, add it: hut add model Artikel',
    ],
    ['Article', 'missing-argument', 'Usage: hut add field <entity> <fields...>'],
  ])('refuses %s as %s', async (words, id, hint) => {
    expect(await refusal(`add field ${words}`)).toMatchObject({
      id,
      exitCode: 3,
      hint: expect.stringContaining(hint) as string,
    });
  });
});

describe('hut remove field', () => {
  it('is the inverse of hut add field, byte for byte', async () => {
    const lines = ['add field Article subtitle views:int', 'remove field article views subtitle'];
    expect(await after(...lines)).toBe(start);
  });

  it('takes the sets along that came with the fields', async () => {
    const lines = [
      'add field Article locale:string:5 --unique locale,title',
      'remove field Article.locale --unique locale,title',
    ];
    expect(await after(...lines)).toBe(start);
  });

  it('says how, and which sets there are', async () => {
    expect(await refusal('remove field Article.status')).toMatchObject({
      hint: 'Remove it with what names it: hut remove field Article status --index status,title',
    });
    expect(await refusal('remove field Article slug --unique slug,title')).toMatchObject({
      id: 'no-set',
      message: 'Article has no unique: slug, title',
      hint: 'It has --unique author,title.',
    });
  });

  it.each([
    ['Article.title', 'needed', 'unique: author, title'],
    ['Article status', 'needed', 'index: status, title'],
    ['Article.author', 'needed', 'unique: author, title'],
    ['Article.titel', 'no-field', 'Article has no field titel'],
  ])('refuses %s as %s', async (words, id, message) => {
    expect(await refusal(`remove field ${words}`)).toMatchObject({
      id,
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('hut change field', () => {
  it('writes the whole new type, and keeps the description', async () => {
    const text = await after('change field Article.title string:200:index');
    expect(text).toBe(start.replace('string:120:index', 'string:200:index'));
    const two = await after('change field Article.slug slug:unique');
    expect(two).toBe(start.replace('unique:max=80', 'slug:unique'));
    expect(await after('change field article slug slug:unique')).toBe(two);
  });

  it.each([
    ['Article.titel string', 'no-field', 'Did you mean title? Add it: hut add field Article titel'],
    ['Article.slug strng', 'field', 'Did you mean string'],
    ['Article.status json', 'blueprint', 'Take it out of the set'],
    ['Article.title json', 'blueprint', 'Mend these places, nothing was written.'],
    ['Article.title', 'missing-argument', 'Usage: hut change field <entity> <field> <type>'],
    ['Article.slug string text', 'unknown-argument', 'Usage: '],
  ])('refuses %s as %s', async (words, id, hint) => {
    expect(await refusal(`change field ${words}`)).toMatchObject({
      id,
      hint: expect.stringContaining(hint) as string,
    });
  });
});

describe('hut rename field', () => {
  it('takes every mention along, with a hint of what it was', async () => {
    const text = await after('rename field Article.title headline');
    expect(text).toBe(
      start
        .replace(
          "title: { type: 'string:120:index'",
          "headline: { type: 'string:120:index:was=title'",
        )
        .replace('[[author, title]]', '[[author, headline]]')
        .replace(
          '[[status, title], [title, created_at]]',
          '[[status, headline], [headline, created_at]]',
        ),
    );
  });

  it('takes embed and owner along', async () => {
    const text = await after('rename field article author writer');
    expect(article(text, 'endpoint')).toEqual({ embed: ['writer'], owner: 'writer' });
    expect(article(text, 'fields', 'writer')).toBe('User:was=author');
  });

  it('goes on from the first name, and back is no rename', async () => {
    const there = await after(
      'rename field Article.slug handle',
      'rename field Article.handle path',
    );
    expect(article(there, 'fields', 'path')).toBe('unique:max=80:was=slug');
    expect(await amendedBy(lookup, ['rename field Article.path slug'], there)).toBe(start);
  });

  it.each([
    ['Article.slug title', 'field-exists'],
    ['Article.slog handle', 'no-field'],
    ['Article.slug class', 'blueprint'],
    ['Article.slug', 'missing-argument'],
  ])('refuses %s as %s', async (words, id) => {
    expect(await refusal(`rename field ${words}`)).toMatchObject({ id });
  });
});
