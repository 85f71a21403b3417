import { parseField, type Entity, type Field } from '@hut/blueprint';

type Given = Partial<Pick<Entity, 'plural' | 'unique' | 'index'>>;

/** An entity of some fields, as they are typed. For tests. */
export function entityOf(name: string, fields: readonly string[], given: Given = {}): Entity {
  return {
    name,
    fields: fields.map((text): Field => parseField(text)),
    unique: [],
    index: [],
    layers: ['model'],
    endpoint: { paginate: 'offset', embed: [] },
    ...given,
  };
}

/** The entities of a small shop with every sort of relation. For tests. */
export const shop: readonly Entity[] = [
  entityOf(
    'Article',
    [
      'title:string:120:index',
      'body:text:optional',
      'status:enum:draft,published:default=draft',
      'author:User',
      'tags:Tag:many',
    ],
    { unique: [['author', 'title']] },
  ),
  entityOf('Comment', ['text:text', 'article:Article:cascade', 'parent:Comment:optional']),
  entityOf('Tag', ['name:string:40:unique']),
  entityOf('User', ['name', 'favourite:Article:one:optional']),
];
