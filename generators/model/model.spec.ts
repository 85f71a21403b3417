import { writtenValue } from '@hut/blueprint';
import { amendedBy } from '@hut/testing';
import { lookup } from '../lookup.ts';

const after = (...lines: string[]): Promise<string> => amendedBy(lookup, lines);
const entities = (text: string): unknown => writtenValue(text, ['entities']);
const refusal = (...lines: string[]): Promise<unknown> =>
  after(...lines).catch((error: unknown) => error);

describe('hut add model', () => {
  it('adds an entity with its fields as they were typed', async () => {
    const text = await after(
      'add model User name mail:email:unique',
      'add model Article title:str:120 stock:int:default=-5 secret:private author:User:cascade',
    );
    expect(entities(text)).toEqual({
      Article: {
        fields: {
          title: 'string:120',
          stock: 'int:default=-5',
          secret: 'string:private',
          author: 'User:cascade',
        },
      },
      User: { fields: { name: 'string', mail: 'email:unique' } },
    });
  });

  it('knows plural, unique and index', async () => {
    const text = await after(
      'add model Room name --plural chambers',
      'add model Booking room:Room day:date --unique room,day --index day,room',
    );
    expect(entities(text)).toEqual({
      Booking: {
        fields: { room: 'Room', day: 'date' },
        unique: [['room', 'day']],
        index: [['day', 'room']],
      },
      Room: { plural: 'chambers', fields: { name: 'string' } },
    });
  });

  it.each([
    ['bus', 'Bus', 'buses'],
    ['Buses', 'Bus', 'bus'],
    ['analysis', 'Analysis', 'analyses'],
    ['people', 'Person', 'persons'],
    ['companies', 'Company', 'company'],
    ['Address', 'Address', 'addresses'],
    ['HTTPLog', 'HTTPLog', 'http_logs'],
    ['blog-posts', 'BlogPost', 'BlogPost'],
    ['news', 'News', 'NEWS'],
    ['status', 'Status', 'statuses'],
  ])('makes of %s the entity %s, which %s finds', async (typed, name, other) => {
    const text = await after(`add model ${typed}`, `add field ${other} code`);
    expect(entities(text)).toEqual({ [name]: { fields: { code: 'string' } } });
  });

  it.each([
    ['article', ['Article exists already', 'hut add field Article price:int']],
    ['Class', ['would need a module', 'ClassEntry']],
    ['2fa', ['an entity is written like BlogPost', 'Names have letters']],
    ['Foo;rm', ['is no name', 'Did you mean FooRm?']],
    ['Exception', ['would hide the class', 'ExceptionEntry']],
  ])('refuses %s, and says what to write', async (name, [message, hint]) => {
    expect(
      await refusal('add model Article title', `add model ${name} title price:int`),
    ).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining(message!) as string,
      hint: expect.stringContaining(hint!) as string,
    });
  });

  it('tells a field that is said twice from one that is there', async () => {
    expect(await refusal('add model Article title title:text')).toMatchObject({
      id: 'field-exists',
      message: 'The field title is there twice',
    });
  });

  it('tells mistakes without lines of a text that nobody sees', async () => {
    expect(await refusal('add model Article writer:Usr', '')).toMatchObject({
      message: 'Article.writer: there is no entity Usr',
      hint: expect.stringContaining('hut add model Usr') as string,
    });
  });
});

describe('hut remove model', () => {
  it('is the inverse of hut add model, byte for byte', async () => {
    const before = await after('add model Article title');
    const text = await amendedBy(
      lookup,
      ['add model Tag name --plural labels', 'remove model tags'],
      before,
    );
    expect(text).toBe(before);
  });

  it('is refused, with names, while a relation points to the entity', async () => {
    const article = 'add model Article author:User';
    expect(await refusal('add model User name', article, 'remove model User')).toMatchObject({
      id: 'needed',
      message: expect.stringContaining('Article.author') as string,
      hint: 'Remove that first: hut remove field Article.author',
    });
  });

  it('lets an entity go that points to itself', async () => {
    const text = await after('add model Page parent:Page:optional', 'remove model Page');
    expect(entities(text)).toEqual({});
  });

  it.each([
    ['add endpoint Article', 'hut remove endpoint Article'],
    ['add service Article', 'hut remove service Article'],
  ])('is refused after %s', async (line, hint) => {
    expect(await refusal('add model Article title', line, 'remove model Article')).toMatchObject({
      id: 'needed',
      hint: expect.stringContaining(hint) as string,
    });
  });

  it('names what is near', async () => {
    expect(await refusal('add model Article title', 'remove model Artcle')).toMatchObject({
      id: 'no-entity',
      hint: 'Did you mean Article? If not, add it: hut add model Artcle',
    });
  });
});

describe('hut rename model', () => {
  const start = `hut: 1
generator: 0.1.0
name: shop
python: "3.11"
target: fastapi
architecture: layered
database: sqlite
ids: uuid
entities:
  Comment:
    fields:
      # whose
      writer: User:restrict:optional   # keep this
      seen: { type: 'User:many', description: Who has seen it }
  User:
    fields: { name: string, boss: 'User:optional' }
`;

  it('takes every relation along, and nothing else changes', async () => {
    const text = await amendedBy(lookup, ['rename model users person'], start);
    expect(text).toBe(
      start
        .replace('writer: User:', 'writer: Person:')
        .replace("type: 'User:many'", "type: 'Person:many'")
        .replace("boss: 'User:optional'", "boss: 'Person:optional'")
        .replace('  User:\n', '  Person:\n    was: User\n'),
    );
  });

  it('goes on from the first name, and back is no rename', async () => {
    const lines = ['rename model User Person', 'rename model Person Human'];
    const twice = await amendedBy(lookup, lines, start);
    expect(writtenValue(twice, ['entities', 'Human', 'was'])).toBe('User');
    expect(await amendedBy(lookup, ['rename model Human User'], twice)).toBe(start);
  });

  it('is refused for the name of another entity, and for one that is none', async () => {
    const lines = ['add model A x', 'add model Article title'];
    expect(await refusal(...lines, 'rename model A articles')).toMatchObject({
      id: 'entity-exists',
    });
    expect(await refusal(...lines, 'rename model A Class')).toMatchObject({ id: 'blueprint' });
  });
});
