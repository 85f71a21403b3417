/** A change of tables that a person makes: what hut.yaml says before and after. */
export interface ChangeScript {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** What the migration loses, as hut tells it; it needs `--yes` of a person. */
  readonly loses?: readonly string[];
  /** Names before, by the names after. */
  readonly tables?: Readonly<Record<string, string>>;
  readonly columns?: Readonly<Record<string, string>>;
  /** Columns whose values are other ones afterwards, and that is right. */
  readonly changed?: readonly string[];
}

const shop = `entities:
  Article:
    fields:
      title: string:120:index
      body: text:optional
      status: enum:draft,published:default=draft
      price: decimal:10,2
      seen: int:default=0
      author: User
      tags: Tag:many
    unique: [[author, title]]
  Comment:
    fields:
      text: text
      article: Article:cascade
      parent: Comment:optional
  Tag:
    fields:
      name: string:40
  User:
    fields:
      name: string:80
      email: email:unique
`;

type Edit = readonly [from: string, to: string];

/** The shop with some of its text exchanged; throws when it does not say what is exchanged. */
function shopWith(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the shop does not say ${from}`);
    return text.replaceAll(from, to);
  }, shop);
}

const scalars = `
      rating: int
      weight: float:index
      label: string
      summary: text
      sku: string:20:unique:optional
      token: uuid:default=uuid:unique
      size: enum:small,large
      is_new: bool:default=true
      cost: decimal:8,3:default=1.5
      seen_on: date
      seen_at: datetime:default=now
      opens: time
      extra: json
      photo: bytes`;

/** The changes that a domain goes through, each from the shop or to it. */
export const scripts: readonly ChangeScript[] = [
  {
    name: 'fields of every type are added',
    before: shop,
    after: shopWith(['      price: decimal:10,2', `      price: decimal:10,2${scalars}`]),
  },
  {
    name: 'an entity is added, with relations both ways',
    before: shop,
    after: shopWith([
      '  Tag:\n',
      '  Shelf:\n    fields:\n      name: string:unique\n      keeper: User\n      articles: Article:many\n  Tag:\n',
    ]),
  },
  {
    name: 'relations are added: optional, one to one, to itself, many to many',
    before: shop,
    after: shopWith([
      '      tags: Tag:many',
      '      tags: Tag:many\n      editor: User:optional\n      twin: Article:one:optional:cascade\n      readers: User:many\n      related: Article:many',
    ]),
  },
  {
    name: 'entities come to point to each other in a circle',
    before: shop,
    after: shopWith([
      '      email: email:unique',
      '      email: email:unique\n      best: Article:optional',
    ]),
  },
  {
    name: 'a field is renamed, with its index and its unique set',
    before: shop,
    after: shopWith(
      ['title: string:120:index', 'headline: string:120:index:was=title'],
      ['[author, title]', '[author, headline]'],
    ),
    columns: { 'articles.headline': 'title' },
  },
  {
    name: 'an enum and relations are renamed',
    before: shop,
    after: shopWith(
      [
        'status: enum:draft,published:default=draft',
        'state: enum:draft,published:default=draft:was=status',
      ],
      ['author: User', 'writer: User:was=author'],
      ['[author, title]', '[writer, title]'],
      ['tags: Tag:many', 'labels: Tag:many:was=tags'],
      ['parent: Comment:optional', 'above: Comment:optional:was=parent'],
    ),
    tables: { articles_labels: 'articles_tags' },
    columns: {
      'articles.state': 'status',
      'articles.writer_id': 'author_id',
      'comments.above_id': 'parent_id',
    },
  },
  {
    name: 'an entity is renamed that others point to',
    before: shop,
    after: shopWith(
      ['article: Article:cascade', 'article: Post:cascade'],
      ['  Article:\n', '  Post:\n    was: Article\n'],
    ),
    tables: { posts: 'articles', posts_tags: 'articles_tags' },
    columns: { 'posts_tags.post_id': 'article_id' },
  },
  {
    name: 'an entity gets another plural',
    before: shop,
    after: shopWith(['  Tag:\n', '  Tag:\n    plural: labels\n']),
    tables: { labels: 'tags' },
  },
  {
    name: 'fields are removed: plain, enum, relation, links',
    before: shop,
    after: shopWith(
      ['      body: text:optional\n', ''],
      ['      status: enum:draft,published:default=draft\n', ''],
      ['      tags: Tag:many\n', ''],
      ['      parent: Comment:optional\n', ''],
    ),
    loses: ['articles.body', 'articles.status', 'comments.parent_id', 'articles_tags'],
  },
  {
    name: 'an entity is removed',
    before: shop,
    after: shopWith([
      '  Comment:\n    fields:\n      text: text\n      article: Article:cascade\n      parent: Comment:optional\n',
      '',
    ]),
    loses: ['comments'],
  },
  {
    name: 'fields get wider types',
    before: shop,
    after: shopWith(
      ['string:120:index', 'string:200'],
      ['seen: int:default=0', 'seen: bigint:default=5'],
      ['price: decimal:10,2', 'price: decimal:12,4'],
      ['name: string:40', 'name: text'],
    ),
  },
  {
    name: 'fields get types of another kind',
    before: shop,
    after: shopWith(
      ['title: string:120:index', 'title: int:index'],
      ['seen: int:default=0', 'seen: string:30:default=x'],
      ['price: decimal:10,2', 'price: int'],
    ),
    loses: ['articles.title', 'articles.price'],
    changed: ['articles.price'],
  },
  {
    name: 'an enum gets values, and text becomes one',
    before: shopWith(['name: string:40', 'name: string:40\n      color: string:20']),
    after: shopWith(
      ['enum:draft,published:default=draft', 'enum:draft,published,archived:default=published'],
      ['name: string:40', 'name: string:40\n      color: enum:7,8'],
    ),
  },
  {
    name: 'fields become required, with a default for the rows, and optional',
    before: shopWith(['price: decimal:10,2', 'price: decimal:10,2:optional']),
    after: shopWith(
      ['body: text:optional', 'body: text:default=nothing'],
      ['price: decimal:10,2', 'price: decimal:10,2:default=3'],
      ['seen: int:default=0', 'seen: int:optional'],
      ['author: User', 'author: User:optional'],
      ['parent: Comment:optional', 'parent: Comment:optional:cascade'],
    ),
  },
  {
    name: 'uniques and indexes come and go, a relation becomes one to one',
    before: shop,
    after: shopWith(
      ['unique: [[author, title]]', 'unique: [[title, seen]]\n    index: [[seen, price]]'],
      ['title: string:120:index', 'title: string:120:unique'],
      ['email: email:unique', 'email: email:index'],
      ['author: User', 'author: User:one'],
    ),
  },
];
