import type { Entity } from '@hut/blueprint';
import type { EntityProject } from './entity-project.ts';
import { enumClassOf, enumMembersOf, toWords } from './entity-words.ts';

const named = (name: string): Entity => ({
  name,
  fields: [],
  unique: [],
  index: [],
  layers: ['model'],
  endpoint: { paginate: 'offset', embed: [] },
});
const project = (...names: string[]): EntityProject => ({
  entities: names.map(named),
  ids: 'uuid',
  database: 'sqlite',
});

describe('the names of an entity', () => {
  it('follow from one', () => {
    expect(toWords(named('OrderLine'))).toEqual({
      className: 'OrderLine',
      module: 'order_line',
      table: 'order_lines',
      one: 'order line',
      many: 'order lines',
      manyAtStart: 'Order lines',
      prefix: '/order-lines',
      path: '/api/v1/order-lines',
    });
  });
});

describe('the class of an enum', () => {
  it('is called after entity and field', () => {
    expect(enumClassOf(project('Article'), named('Article'), { name: 'main_kind' })).toBe(
      'ArticleMainKind',
    );
  });

  it('is never that of an entity, and never too long for a line', () => {
    const both = project('Article', 'ArticleKind');
    expect(enumClassOf(both, named('Article'), { name: 'kind' })).toBe('ArticleKindValue');
    const long = enumClassOf(project(), named('A'.repeat(50)), { name: 'b'.repeat(50) });
    expect(long).toHaveLength(28);
  });
});

describe('the values of an enum', () => {
  it('have names that Python takes, each its own', () => {
    expect(enumMembersOf(['draft', 'a-b.c', '2nd', '_x_', 'VALUE_2ND'])).toEqual([
      'DRAFT',
      'A_B_C',
      'VALUE_2ND',
      'VALUE__X_',
      'VALUE_2ND_',
    ]);
  });
});
