import fc from 'fast-check';
import type { Entity } from '@hut/blueprint';
import { anyTypedField } from '../../../blueprint/src/field/any-field.ts';
import { entityOf, shop } from './any-entities.ts';
import { parseSchema } from './parse-schema.ts';
import { printSchema } from './print-schema.ts';
import { toSchema } from './to-schema.ts';

const text = printSchema(toSchema(shop, 'uuid'));

describe('.hut/schema.yaml', () => {
  it('has a line for each table, each column and each set of columns, sorted', () => {
    expect(text.split('\n').slice(2, 16)).toEqual([
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

  it('is read as it was written, whatever its fields are', () => {
    const entities = fc
      .uniqueArray(anyTypedField, { selector: ({ name }) => name, maxLength: 5 })
      .map((fields): readonly Entity[] => [
        ...shop.filter(({ name }) => name !== 'Comment'),
        { ...entityOf('Comment', []), fields },
      ]);
    fc.assert(
      fc.property(entities, fc.constantFrom('uuid', 'int'), (all, ids) => {
        const written = printSchema(toSchema(all, ids));
        expect(printSchema(parseSchema(written))).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  it('is read with the line ends of Windows and a byte order mark', () => {
    expect(printSchema(parseSchema(`\uFEFF${text.replaceAll('\n', '\r\n')}`))).toBe(text);
  });

  it('is YAML for every default', async () => {
    const { parse } = await import('yaml');
    const field = { type: 'string', default: 'a # b é - [x] {y} & * ?' };
    const odd = entityOf('Odd', []);
    const { readField } = await import('@hut/blueprint');
    const written = printSchema(toSchema([{ ...odd, fields: [readField('a', field)] }], 'int'));
    expect(Object.keys(parse(written))).toHaveLength(5);
    expect(parseSchema(written).tables[0]!.columns[0]!.default).toBe(field.default);
  });

  it.each([
    ['<<<<<<< HEAD', 'line 3: git has left a conflict there'],
    ['articles.id: uuid key', 'articles.id stands there twice'],
    ['articles.size: huge', 'huge is no type'],
    ['articles.size: int unknown', 'hut would not have written this line'],
    ['  nested: 1', 'hut would not have written this line'],
    ['articles.owner_id: uuid -> owners restrict', 'points to owners, which is missing'],
    ['articles(title, size): index', 'the column articles.size is missing'],
    ['carts.id: uuid key', 'no line says whose table carts is'],
    ['carts: Cart', 'the table carts has no key'],
    ['items: Article\nitems.id: uuid key', 'Article has two tables'],
  ])('is refused with the line %j', (line, message) => {
    const lines = text.split('\n');
    const damaged = [...lines.slice(0, 2), line, ...lines.slice(2)].join('\n');
    expect(() => parseSchema(damaged)).toThrow(
      expect.objectContaining({ id: 'schema', message: expect.stringContaining(message) }),
    );
  });

  it('says how to go on when it is damaged', () => {
    try {
      parseSchema('?');
    } catch (error) {
      expect(error).toMatchObject({
        hint: expect.stringContaining('alembic revision --autogenerate'),
      });
      expect(error).toMatchObject({ hint: expect.stringContaining('as: hut.yaml') });
    }
    expect.assertions(2);
  });
});
