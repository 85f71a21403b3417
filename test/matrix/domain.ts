/**
 * What people say of their own domain, where the schema of hut.yaml leaves it to them: one entity that everything is
 * about, alone, and with relations to others and to itself.
 */
export const ENTITY = 'Article';

const plain = {
  headline: 'string:120:unique',
  body: 'text:optional',
  status: 'enum:draft,published:default=draft',
  price: 'decimal:10,2:optional',
  seen_at: 'datetime:index',
  extra: 'json:optional',
};

const related = {
  ...plain,
  author: 'User',
  cover: 'Picture:one:optional:null',
  parent: 'Article:optional',
  tags: 'Tag:many',
};

/** The entities of hut.yaml, by what they show. */
export const DOMAINS: Readonly<Record<string, unknown>> = {
  none: undefined,
  plain: { [ENTITY]: { fields: plain } },
  related: {
    [ENTITY]: { fields: related },
    Picture: { fields: { alt: 'string:optional' }, layers: 'endpoint' },
    Tag: { fields: { label: 'string:40:unique' }, layers: 'endpoint' },
    User: { fields: { nick: 'string:40:optional' }, layers: 'schema' },
  },
};

/** What a project and its entity say besides, where the schema has no choices, or not all. */
export const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  description: ['A small shop'],
  services: [['Payment']],
  plural: ['pieces'],
  unique: [[['headline', 'status']]],
  index: [[['status', 'seen_at']]],
  layers: [],
  'endpoint.embed': [['author', 'tags']],
  'endpoint.owner': ['author'],
  'endpoint.access': [['admin']],
};

/** What decides nothing of what is rendered, and what DOMAINS say. */
export const LEFT_OUT: readonly string[] = [
  ...['hut', 'generator', 'name', 'own', 'plugins'],
  ...['was', 'fields'],
];
