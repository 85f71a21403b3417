import { HutError } from '@hut/errors';
import { parseBlueprint } from '../parse-blueprint.ts';
import type { Entity } from './entity.ts';

const CONTEXT = {
  file: 'hut.yaml',
  features: [],
  runningVersion: '0.1.0',
  complete: 'from',
  brings: () => [
    {
      name: 'User',
      by: 'people',
      value: {
        fields: { email: 'email:unique', note: 'text:optional:private' },
        layers: 'schema',
        endpoint: { access: ['admin'] },
      },
    },
    { name: 'Visit', by: 'people', value: { fields: { at: 'datetime' } } },
  ],
} as const;

function read(lines: readonly string[]): readonly Entity[] {
  const text = ['hut: 1', 'entities:', ...lines.map((line) => `  ${line}`)].join('\n');
  const { entities } = parseBlueprint(text, CONTEXT);
  return entities.filter(
    ({ name, broughtBy }) =>
      lines.some((line) => line.startsWith(`${name}:`)) || broughtBy === undefined,
  );
}

function refusal(lines: readonly string[]): HutError {
  try {
    read(lines);
  } catch (error) {
    if (error instanceof HutError) return error;
    throw error;
  }
  throw new Error(`nothing refused in ${lines.join('\n')}`);
}

describe('entities', () => {
  it('are read by name, their fields in the order of the file', () => {
    const [article, tag] = read([
      'Tag: { fields: { name: string } }',
      'Article:',
      '  fields:',
      '    title: string:120',
      '    author: User',
      '    body: { type: "text:optional", description: "none: yet" }',
      '  unique: [[author, title]]',
      '  index: [[title, created_at]]',
      '  layers: endpoint',
      '  endpoint: { embed: [author], access: [admin, editor], owner: author }',
    ]);
    expect(article).toMatchObject({
      name: 'Article',
      unique: [['author', 'title']],
      index: [['title', 'created_at']],
      layers: ['endpoint'],
      endpoint: {
        paginate: 'offset',
        embed: ['author'],
        access: ['admin', 'editor'],
        owner: 'author',
      },
    });
    expect(article!.fields.map(({ name }) => name)).toEqual(['title', 'author', 'body']);
    expect(article!.fields[2]).toMatchObject({ optional: true, description: 'none: yet' });
    expect(tag).toMatchObject({ name: 'Tag', layers: ['model'], unique: [] });
  });

  it('may be empty, or hold fields without a type', () => {
    expect(read(['Tag:'])[0]).toMatchObject({ name: 'Tag', fields: [], layers: ['model'] });
    expect(read(['Tag: { fields: { name: } }'])[0]!.fields[0]).toMatchObject({
      type: { name: 'string', length: 255 },
    });
  });

  it('may point to themselves, twice to one entity, and around in a circle', () => {
    const entities = read([
      'Category: { fields: { parent: "Category:optional:as=children" } }',
      'Match: { fields: { home: "Team:as=home_matches", away: "Team:as=away_matches" } }',
      'Team: { fields: { last: "Match:optional" } }',
    ]);
    expect(entities.map(({ name }) => name)).toEqual(['Category', 'Match', 'Team']);
  });

  it('may point to what a feature brings', () => {
    expect(read(['Post: { fields: { author: "User:cascade:as=posts" } }'])).toHaveLength(1);
  });

  it('keep the layers that were asked for, lowest first', () => {
    expect(read(['Tag: { layers: [endpoint, model] }'])[0]!.layers).toEqual(['model', 'endpoint']);
  });

  it('carry a rename on its way', () => {
    const [article] = read(['Article: { was: Post, fields: { headline: "string:was=title" } }']);
    expect(article).toMatchObject({ was: 'Post', fields: [{ was: 'title' }] });
  });

  it("are united with those of their name that a feature brings: what both say is the person's", () => {
    const [user] = read([
      'User: { fields: { phone: string, email: "email:unique:optional" }, layers: model, endpoint: { embed: [] } }',
    ]);
    expect(user!.fields.map(({ name, broughtBy }) => [name, broughtBy])).toEqual([
      ['note', 'people'],
      ['phone', undefined],
      ['email', undefined],
    ]);
    expect(user).toMatchObject({
      broughtBy: 'people',
      layers: ['model', 'schema'],
      endpoint: { access: ['admin'] },
      fields: [{}, {}, { optional: true }],
    });
  });

  it('may name fields that a feature adds to one of them', () => {
    const [user] = read(['User: { fields: { phone: string }, unique: [[email, phone]] }']);
    expect(user!.unique).toEqual([['email', 'phone']]);
  });
});

it.each([
  ['another type', 'email: text'],
  ['no uniqueness', 'email: email'],
  ['a value that anyone may see', 'note: text'],
  ['a relation', 'email: User'],
  ['what no request may say', 'email: "email:unique:readonly"'],
])('an entity with %s where a feature brings a field is refused', (_, field) => {
  const { message, hint } = refusal([`User: { fields: { ${field} } }`]);
  expect(message).toContain('people brings this field as');
  expect(hint).toMatch(/hut change field User\.(email email:unique|note text:optional:private)/u);
});

it('may have fields that a feature knows nothing of, where that one can make records without', () => {
  const [visit] = read(['Visit: { fields: { why: "text:optional", kind: "int:default=1" } }']);
  expect(visit!.fields.map(({ name }) => name)).toEqual(['at', 'why', 'kind']);
});

type Row = readonly [what: string, lines: readonly string[], message: string, hint: string];

const REFUSED: readonly Row[] = [
  [
    'a name in small letters',
    ['article: {}'],
    'hut.yaml:3:3: entities.article: "article" is no name',
    'Did you mean Article?',
  ],
  [
    'a name with an underscore',
    ['Blog_Post: {}'],
    '"Blog_Post" is no name',
    'Did you mean BlogPost?',
  ],
  ['a keyword', ['Class: {}'], 'Class would need a module', 'ClassEntry'],
  ['a built-in type', ['List: {}'], 'List would hide the type', 'ListEntry'],
  ['a class of the code', ['Base: {}'], 'Base would hide the class', 'BaseEntry'],
  ['an entity as a text', ['Article: title'], '"title" is no map', 'fields'],
  [
    'an unknown key',
    ['Article: { title: string }'],
    'hut.yaml:3:14: entities.Article.title: unknown key',
    'Fields stand under fields',
  ],
  [
    'a wrong type',
    ['Article:', '  fields:', '    price: money'],
    'hut.yaml:5:7: entities.Article.price: unknown type "money"',
    'Did you mean decimal:10,2? Types:',
  ],
  [
    'a comma in braces',
    ['Article: { fields: { price: decimal:10,2 } }'],
    'the key 2 is no text',
    '"decimal:10,2"',
  ],
  [
    'a blank in a type',
    ['Article:', '  fields:', '    title: { string: 120 }'],
    'unknown key "string"',
    'without blanks',
  ],
  [
    'an unknown entity',
    ['Article: { fields: { author: Usr } }'],
    'there is no entity Usr',
    'Did you mean User? If not, add it: hut add model Usr',
  ],
  [
    'a plural as a target',
    ['Article: { fields: { tags: "Tags:many" } }', 'Tag: {}'],
    'there is no entity Tags',
    'Did you mean Tag?',
  ],
  [
    'a type in capitals',
    ['Article: { fields: { title: String } }'],
    'there is no entity String',
    'Did you mean string?',
  ],
  [
    'a taken other side',
    ['A: { fields: { x: "User:as=all", y: "User:as=all" } }'],
    'as=all: all is already the other side',
    'as=y_all',
  ],
  [
    'another side that is a field',
    ['A: { fields: { x: "B:as=name" } }', 'B: { fields: { name: string } }'],
    'name is a field of B',
    'as=x_name',
  ],
  [
    'a field beside its relation',
    ['A: { fields: { author: User, author_id: int } }'],
    'entities.A.author_id: author_id is what the relation author is stored as',
    'Remove it',
  ],
  [
    'a field beside its list',
    ['A: { fields: { tags: "User:many", tag_ids: json } }'],
    'tag_ids is what the relation tags',
    'Remove it',
  ],
  [
    'one file for two',
    ['HTTPLog: {}', 'HttpLog: {}'],
    'it shares the file names of HTTPLog',
    'another name',
  ],
  [
    'one table for two',
    ['Person: {}', 'People: {}'],
    'it shares the table people',
    'plural: other_people',
  ],
  [
    'the table of what a feature brings',
    ['Area: { plural: visits }'],
    'entities.Area: it shares the table visits with Visit of people',
    'plural: other_visits',
  ],
  [
    'a value that a feature does not know when it makes the record',
    ['Visit: { fields: { why: text } }'],
    'entities.Visit.why: Visit comes with people, which makes its records without this field',
    'hut rename model Visit VisitEntry',
  ],
  [
    'a plural that is none',
    ['Article: { plural: Blog Posts }'],
    '"Blog Posts" is no name',
    'Did you mean blog_posts?',
  ],
  [
    'a plural of SQL',
    ['Article: { plural: order }'],
    'order is a reserved word of SQL',
    'all_order',
  ],
  ['a plural that is a number', ['Article: { plural: 3 }'], '3 is no name', ''],
  ['was of one that is there', ['A: { was: B }', 'B: {}'], 'B is still there', 'gone'],
  ['was of two', ['A: { was: C }', 'B: { was: C }'], 'A was C too', 'one of the two'],
  [
    'was of a field that is there',
    ['A: { fields: { x: "string:was=y", y: string } }'],
    'was=y: y is still there',
    'gone',
  ],
  [
    'was of two fields',
    ['A: { fields: { x: "string:was=z", y: "string:was=z" } }'],
    'was=z: x was z too',
    'one of the two',
  ],
  [
    'an unknown layer',
    ['A: { layers: endpoints }'],
    'unknown value "endpoints"',
    'Did you mean endpoint?',
  ],
  ['no layer at all', ['A: { layers: [] }'], 'no layer is asked for', 'model'],
  [
    'sets that are none',
    ['A: { unique: [x, y] }'],
    'no list of sets',
    'unique: [[author, headline]]',
  ],
  [
    'a set of one',
    ['A: { fields: { x: int }, unique: [[x]] }'],
    'a set has two fields or more',
    'modifier unique',
  ],
  [
    'a set with one twice',
    ['A: { fields: { x: int }, index: [[x, x]] }'],
    'a field stands there twice',
    '',
  ],
  [
    'a set that is too long for an index',
    ['A: { fields: { x: "string:700", y: string, z: int }, index: [[x, y, z]] }'],
    '3836 bytes',
    'string:120',
  ],
  [
    'a set of unknown fields',
    ['A: { fields: { title: int, y: int }, unique: [[y, titel]] }'],
    'A has no field titel',
    'Did you mean title?',
  ],
  [
    'a set of columns',
    ['A: { fields: { author: User, y: int }, unique: [[y, author_id]] }'],
    'A has no field author_id',
    'Did you mean author?',
  ],
  [
    'a set with a list',
    ['A: { fields: { x: "User:many", y: int }, unique: [[x, y]] }'],
    'x is a list',
    'Take it out',
  ],
  [
    'a set with a text',
    ['A: { fields: { x: text, y: int }, index: [[x, y]] }'],
    'x: text is too long',
    'Take it out',
  ],
  [
    'an unknown key of endpoint',
    ['A: { endpoint: { acces: login } }'],
    'entities.A.endpoint.acces: unknown key',
    'Did you mean access?',
  ],
  [
    'a role without a list',
    ['A: { endpoint: { access: admin } }'],
    '"admin" is no access',
    '[admin]',
  ],
  ['no roles', ['A: { endpoint: { access: [] } }'], 'a list is no access', 'public, login'],
  [
    'pages of another kind',
    ['A: { endpoint: { paginate: cursor } }'],
    'unknown value "cursor"',
    'offset',
  ],
  [
    'a nested value',
    ['A: { fields: { x: int }, endpoint: { embed: [x] } }'],
    'x is no relation',
    'Only relations',
  ],
  [
    'a nested secret',
    ['A: { fields: { x: "User:private" }, endpoint: { embed: [x] } }'],
    'x is private',
    'out of answers',
  ],
  [
    'an owner that is none',
    ['A: { fields: { x: "User:many" }, endpoint: { owner: x } }'],
    'x is no relation to one entity',
    'author: User',
  ],
  ['an unknown owner', ['A: { endpoint: { owner: x } }'], 'A has no field x', 'It has no fields'],
];

describe('a wrong entity', () => {
  it.each(REFUSED)('is refused: %s', (_, lines, message, hint) => {
    const error = refusal(lines);
    expect(error.message).toContain(message);
    expect(`${error.message}\n${error.hint}`).toContain(hint);
  });

  it('does not hide the mistakes of the next', () => {
    const { message } = refusal(['A: { fields: { x: money } }', 'B: { fields: { y: Nobody } }']);
    expect(message).toContain('entities.A.x: unknown type "money"');
    expect(message).toContain('entities.B.y: there is no entity Nobody');
  });

  it('is refused as a service too', () => {
    const text = 'hut: 1\nentities: { Payment: {} }\nservices: [Payment]\n';
    expect(() => parseBlueprint(text, CONTEXT)).toThrow('Payment is an entity');
  });
});
