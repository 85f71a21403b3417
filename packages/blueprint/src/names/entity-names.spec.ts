import { classNameOf, findEntity, tableNameOf } from './entity-names.ts';
import { camelCase, kebabCase, pascalCase, snakeCase } from './words.ts';

describe('the spellings of a name', () => {
  it.each([
    ['HTTPLog', 'http_log', 'http-log', 'httpLog', 'HTTPLog'],
    ['blog posts', 'blog_posts', 'blog-posts', 'blogPosts', 'BlogPosts'],
    ['OrderItem2', 'order_item2', 'order-item2', 'orderItem2', 'OrderItem2'],
    ['user', 'user', 'user', 'user', 'User'],
  ])('are those of %s', (name, snake, kebab, camel, pascal) => {
    expect([snakeCase(name), kebabCase(name), camelCase(name), pascalCase(name)]).toEqual([
      snake,
      kebab,
      camel,
      pascal,
    ]);
  });
});

const TRAPS = [
  ['Bus', 'buses'],
  ['Analysis', 'analyses'],
  ['Person', 'people'],
  ['SalesPerson', 'sales_people'],
  ['Company', 'companies'],
  ['Address', 'addresses'],
  ['HTTPLog', 'http_logs'],
  ['Status', 'statuses'],
  ['News', 'news'],
  ['Series', 'series'],
  ['Canvas', 'canvases'],
  ['Lens', 'lenses'],
  ['Cache', 'caches'],
  ['Movie', 'movies'],
  ['Cookie', 'cookies'],
  ['Child', 'children'],
  ['Category', 'categories'],
  ['SMS', 'sms'],
  ['Data', 'data'],
  ['Schema', 'schemas'],
] as const;

describe('classNameOf and tableNameOf', () => {
  it.each(TRAPS)('know %s and %s', (name, table) => {
    expect(classNameOf(name)).toBe(name);
    expect(tableNameOf({ name })).toBe(table);
    expect(classNameOf(tableNameOf({ name })).toLowerCase()).toBe(name.toLowerCase());
  });

  it('make a class of whatever is typed', () => {
    expect(classNameOf('blog-posts')).toBe('BlogPost');
    expect(classNameOf('articles')).toBe('Article');
    expect(classNameOf('order item')).toBe('OrderItem');
  });

  it('leave the plural to the person who chose one', () => {
    expect(tableNameOf({ name: 'Sheep', plural: 'flock' })).toBe('flock');
  });

  it('never make a reserved word of Python', () => {
    expect(tableNameOf({ name: 'A' })).toBe('all_as');
  });
});

describe('findEntity', () => {
  const entities = [{ name: 'HTTPLog' }, { name: 'BlogPost' }, { name: 'Sheep', plural: 'flock' }];

  it.each(['BlogPost', 'blogpost', 'blog_posts', 'Blog-Posts', 'BLOGPOSTS'])(
    'finds it as %s',
    (name) => {
      expect(findEntity(entities, name)?.name).toBe('BlogPost');
    },
  );

  it('finds acronyms and chosen plurals', () => {
    expect(findEntity(entities, 'http_logs')?.name).toBe('HTTPLog');
    expect(findEntity(entities, 'Flock')?.name).toBe('Sheep');
  });

  it('finds nothing where there is nothing', () => {
    expect(findEntity(entities, 'post')).toBeUndefined();
  });
});
