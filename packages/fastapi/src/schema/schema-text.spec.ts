import fc from 'fast-check';
import { readField, type Entity } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { anyTypedField } from '../../../blueprint/src/field/any-field.ts';
import { entityOf, shop } from './any-entities.ts';
import { parseSchema } from './parse-schema.ts';
import { printSchema } from './print-schema.ts';
import type { Schema } from './schema.ts';
import type { Refuse } from './schema-error.ts';
import { toSchema } from './to-schema.ts';

const lines = printSchema(toSchema(shop, 'uuid'));
const refuse: Refuse = (message) => new HutError({ id: 'schema', message, hint: '' });
const parse = (schema: readonly string[]): Schema => parseSchema(schema, new Set(), refuse);

describe('the lines of a schema', () => {
  it('are one for each table, each column and each set of columns, sorted', () => {
    expect(lines.slice(0, 14)).toEqual([
      'articles(author_id, title): unique',
      'articles.author_id: uuid index -> users restrict',
      'articles.body: text null',
      'articles.created_at: datetime',
      'articles.id: uuid key',
      'articles.status: enum:draft,published default "draft"',
      'articles.title: string:120 index',
      'articles.updated_at: datetime',
      'articles: Article',
      'articles_tags(article_id, tag_id): key',
      'articles_tags.article_id: uuid -> articles cascade',
      'articles_tags.tag_id: uuid index -> tags cascade',
      'articles_tags: Article.tags',
      'comments.article_id: uuid index -> articles cascade',
    ]);
  });

  it('are read as they were written, whatever its fields are', () => {
    const entities = fc
      .uniqueArray(anyTypedField, { selector: ({ name }) => name, maxLength: 5 })
      .map((fields): readonly Entity[] => [
        ...shop.filter(({ name }) => name !== 'Comment'),
        { ...entityOf('Comment', []), fields },
      ]);
    fc.assert(
      fc.property(entities, fc.constantFrom('uuid', 'int'), (all, ids) => {
        const written = printSchema(toSchema(all, ids));
        expect(printSchema(parse(written))).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });

  it('say a default as it is, whatever is in it', () => {
    const field = { type: 'string', default: 'a # b é - [x] {y} & * ?' };
    const odd = { ...entityOf('Odd', []), fields: [readField('a', field)] };
    const written = printSchema(toSchema([odd], 'int'));
    expect(written.find((line) => line.startsWith('odds.a'))).toMatch(/^[ -~]+$/u);
    expect(parse(written).tables[0]!.columns.find(({ name }) => name === 'a')!.default).toBe(
      field.default,
    );
  });

  it.each([
    ['articles.size: huge', 'huge is no type'],
    ['articles.size: int unknown', 'hut would not have written "articles.size: int unknown"'],
    ['  nested: 1', 'hut would not have written'],
    ['articles.owner_id: uuid -> owners restrict', 'points to owners, which is missing'],
    ['articles(title, size): index', 'the column articles.size is missing'],
    ['carts.id: uuid key', 'nothing says whose table carts is'],
    ['carts: Cart', 'the table carts has no key'],
    ['items: Article\nitems.id: uuid key', 'Article has two tables'],
  ])('are refused with the line %j', (line, message) => {
    expect(() => parse([...lines.slice(0, 2), ...line.split('\n'), ...lines.slice(2)])).toThrow(
      expect.objectContaining({ id: 'schema', message: expect.stringContaining(message) }),
    );
  });
});
