import type { Entity } from '@hut/blueprint';
import { entityOf, shop } from './any-entities.ts';
import { makeMigration, type MadeMigration, type MigrationRequest } from './make-migration.ts';
import type { Renames } from './renames.ts';

const none: Renames = { entities: [], fields: [] };

function make(entities: readonly Entity[], given: Partial<MigrationRequest> = {}): MadeMigration {
  return makeMigration({
    entities,
    ids: 'uuid',
    renames: none,
    migrations: [],
    records: new Map(),
    recordPathOf: (path) => `records/${path}`,
    ...given,
  });
}

/** What a project has after some migrations were made, one after the other. */
function after(
  ...made: readonly MadeMigration[]
): Pick<MigrationRequest, 'migrations' | 'records'> {
  const migrations = made.map(({ migration }) => migration!);
  const records = migrations.map(({ path, memo }) => [path, { hash: 'any', memo }] as const);
  return { migrations, records: new Map(records) };
}

/** What leads from some entities to others, with the migration of the first there. */
function change(from: readonly Entity[], to: readonly Entity[], renames = none): MadeMigration {
  return make(to, { ...after(make(from)), renames });
}

/** The shop with one field of its articles in another form, or one more. */
function withField(text: string): readonly Entity[] {
  const [field] = entityOf('Article', [text]).fields;
  return shop.map((entity) => {
    if (entity.name !== 'Article') return entity;
    const fields = entity.fields.filter(({ name }) => name !== field!.name);
    return { ...entity, fields: [...fields, field!] };
  });
}

/** Migrations that a person made, none after another. */
const byHand = (...names: readonly string[]): MigrationRequest['migrations'] =>
  names.map((name) => ({
    path: `migrations/versions/${name}.py`,
    text: `revision: str = '${name}'\ndown_revision: str | None = None\n`,
  }));

const upgradeOf = ({ migration }: MadeMigration): string =>
  migration!.text.split('def upgrade')[1]!.split('def downgrade')[0]!;
const downgradeOf = ({ migration }: MadeMigration): string =>
  migration!.text.split('def downgrade')[1]!;

describe('the first migration', () => {
  const made = make(shop);

  it('is the initial one, after nothing', () => {
    expect(made.migration!.path).toBe('migrations/versions/0001_initial.py');
    expect(made.migration!.text).toContain('\ndown_revision = None\n');
    expect(made.migration!.text).toMatch(/^"""Initial\.\n\nRevision ID: [\da-f]{12}\nRevises:\n/u);
  });

  it('makes each table after those that it points to, and closes circles last', () => {
    const text = upgradeOf(made);
    const order = [...text.matchAll(/create_table\(\n {8}"(\w+)"|"(fk_users\w+)"/gu)];
    expect(order.map(([, table, key]) => table ?? key)).toEqual([
      'users',
      'articles',
      'tags',
      'articles_tags',
      'comments',
      'fk_users_favourite_id_articles',
    ]);
  });

  it('takes all of it back, and drops no index before its table', () => {
    const text = downgradeOf(made);
    expect(text.match(/drop_\w+/gu)).toEqual(['drop_constraint', ...Array(5).fill('drop_table')]);
  });

  it('imports nothing of the application', () => {
    expect(made.migration!.text).not.toMatch(/\bapp\b/u);
  });

  it('is the same wherever it is made', () => {
    expect(make(shop)).toEqual(made);
  });
});

describe('the next migration', () => {
  it('is not made when nothing changes', () => {
    expect(change(shop, shop).migration).toBeNull();
  });

  it('is numbered, named after what it does, and comes after the heads', () => {
    const first = make(shop);
    const { migration } = change(shop, withField('subtitle:string:optional'));
    const [, revision] = /revision = "(\w+)"/u.exec(first.migration!.text)!;
    expect(migration!.path).toBe('migrations/versions/0002_add_article_subtitle.py');
    expect(migration!.text).toContain(`down_revision = "${revision!}"`);
  });

  it('joins two heads', () => {
    const made = make(withField('a:int:optional'), { migrations: byHand('one', 'two') });
    expect(made.migration!.text).toContain('down_revision = ("one", "two")');
    expect(made.notes).toEqual(['Joins the migration heads one and two']);
  });

  it.each([
    [['a:int:optional'], 'add_article_a'],
    [['body:text:optional', 'title:string:99:index'], 'change_article_title'],
  ])('of %j is called %s', (texts, name) => {
    expect(change(shop, withField(texts.at(-1)!)).migration!.path).toContain(`0002_${name}.py`);
  });

  it('says how many more changes there are when the name would be long', () => {
    const fields = Array.from({ length: 9 }, (_, index) => `field_${String(index)}:int:optional`);
    const more = [...shop, entityOf('Cart', fields)];
    const { migration } = change([...shop, entityOf('Cart', [])], more);
    expect(migration!.path).toBe('migrations/versions/0002_add_cart_field_0_and_8_more.py');
  });
});

describe('a required column on a table with rows', () => {
  it('has a default for a moment', () => {
    const text = upgradeOf(change(shop, withField('views:int')));
    expect(text).toContain('sa.Column("views", sa.Integer(), server_default="0", nullable=False)');
    expect(text).toMatch(/"views",\n.*\n.*\n\s+server_default=None,/u);
  });

  it('keeps a default that the field says', () => {
    const text = upgradeOf(change(shop, withField('views:int:default=5')));
    expect(text).toContain('sa.Column("views", sa.Integer(), server_default="5", nullable=False)');
    expect(text).not.toContain('alter_column');
  });

  it.each([
    ['notes:text', 'rows.update().values(notes="")'],
    ['seen_at:datetime', 'values(seen_at=dt.datetime.now(dt.UTC))'],
    ['token:uuid:default=uuid', 'change.values(token=uuid.uuid4())'],
    ['extra:json', 'values(extra=json.loads("{}"))'],
  ])('fills the rows where no database has a default for %s', (field, fill) => {
    const text = upgradeOf(change(shop, withField(field)));
    expect(text).toContain(fill);
    expect(text.indexOf(fill)).toBeLessThan(text.indexOf('nullable=False'));
  });

  it.each(['editor:User', 'code:string:unique', 'code:string:unique:default=x', 'twin:User:one'])(
    'is refused for %s: the rows have nothing to hold there',
    (field) => {
      expect(() => change(shop, withField(field))).toThrow(
        expect.objectContaining({ id: 'needs-default', exitCode: 3 }),
      );
    },
  );

  it('gives no row the default of an optional unique one', () => {
    const text = upgradeOf(change(shop, withField('code:string:9:optional:unique:default=x')));
    expect(text).toContain('sa.Column("code", sa.String(length=9), nullable=True)');
    expect(text.indexOf('server_default="x"')).toBeGreaterThan(text.indexOf('alter_column'));
  });

  it.each(['editor:User:optional', 'code:string:unique:optional', 'code:uuid:unique:default=uuid'])(
    'is made for %s',
    (field) => {
      expect(change(shop, withField(field)).migration).not.toBeNull();
    },
  );
});

describe('a change of type', () => {
  it.each([
    ['views:int', 'views:bigint', []],
    ['views:int', 'views:decimal:10,0', []],
    ['views:string:20', 'views:string:40', []],
    ['views:string:20', 'views:text', []],
    ['views:int', 'views:string:20', []],
    ['views:enum:a,b', 'views:enum:a,b,c', []],
    ['views:enum:a,b', 'views:string:20', []],
    ['views:decimal:8,2', 'views:int', ['values are rounded to whole numbers']],
    ['views:bigint', 'views:float', ['a float has no more than 15 exact digits']],
    ['views:string', 'views:int', ['a text that is no number']],
    ['views:string:40', 'views:string:20', ['a text of more than 20 characters stops']],
    ['views:bigint', 'views:int', ['a number that is too large stops']],
    ['views:enum:a,b', 'views:enum:b,c', ['a row that holds a stops the migration']],
    ['views:string:20', 'views:enum:a,b', ['none of a, b stops the migration']],
  ])('from %s to %s tells %j', (from, to, told) => {
    const { destructive, risks } = change(withField(from), withField(to));
    const said = [...destructive, ...risks];
    expect(said).toEqual(told.map((text) => expect.stringContaining(text)));
  });

  it.each([
    ['views:string', 'views:date'],
    ['views:datetime', 'views:date'],
    ['views:int', 'views:uuid'],
    ['views:json', 'views:text'],
    ['views:int', 'views:bool'],
    ['views:int', 'views:enum:a,b'],
  ])('from %s to %s is refused, with the way out', (from, to) => {
    expect(() => change(withField(from), withField(to))).toThrow(
      expect.objectContaining({ id: 'no-cast', hint: expect.stringContaining('Add a field') }),
    );
  });

  it('of ids is refused', () => {
    expect(() => make(shop, { ...after(make(shop)), ids: 'int' })).toThrow(
      expect.objectContaining({ id: 'no-cast', hint: expect.stringContaining('ids:') }),
    );
  });

  it('from text to a number is cast on PostgreSQL', () => {
    const made = change(withField('views:string:20'), withField('views:decimal:8,2'));
    expect(upgradeOf(made)).toContain(`postgresql_using='"views"::NUMERIC(8, 2)'`);
  });
});

describe('an enum', () => {
  it('gets its check anew when its values change', () => {
    const text = upgradeOf(change(shop, withField('status:enum:draft,done:default=draft')));
    expect(text).toContain('drop_constraint(batch_op.f("ck_articles_status"), type_="check")');
    expect(text).toContain(`"status IN ('draft', 'done')"`);
    expect(text).not.toContain('alter_column');
  });
});

describe('what rows may not take', () => {
  it('is said of a field that becomes required, unless its default fills the rows', () => {
    expect(change(shop, withField('body:text')).risks).toEqual([
      'requires articles.body: a row without a value stops the migration',
    ]);
    const filled = change(shop, withField('body:text:default=none'));
    expect(filled.risks).toEqual([]);
    expect(upgradeOf(filled)).toContain('where(rows.c["body"].is_(None)).values(body="none")');
  });

  it('is said of what becomes unique', () => {
    expect(change(shop, withField('title:string:120:unique')).risks).toEqual([
      'makes articles.title unique: two rows alike stop the migration',
    ]);
  });
});

describe('what goes', () => {
  it('is named: columns, tables and links', () => {
    const article = { ...shop[0]!, fields: shop[0]!.fields.slice(0, 1), unique: [] };
    const left = [article, shop[2]!, entityOf('User', ['name'])];
    expect([...change(shop, left).destructive].sort()).toEqual([
      'drops the column articles.author_id and what is in it',
      'drops the column articles.body and what is in it',
      'drops the column articles.status and what is in it',
      'drops the column users.favourite_id and what is in it',
      'drops the table articles_tags and all that is in it',
      'drops the table comments and all that is in it',
    ]);
  });

  it('goes after its checks, keys and indexes', () => {
    const article = { ...shop[0]!, fields: shop[0]!.fields.slice(0, 1), unique: [] };
    const text = upgradeOf(change(shop, [article, ...shop.slice(1)]));
    expect(text.match(/drop_(?:constraint|index|column)\((?:batch_op\.f\()?"\w+"/gu)).toEqual([
      'drop_constraint(batch_op.f("fk_articles_author_id_users"',
      'drop_constraint(batch_op.f("ck_articles_status"',
      'drop_constraint(batch_op.f("uq_articles_author_id_title"',
      'drop_index(batch_op.f("ix_articles_author_id"',
      'drop_column("author_id"',
      'drop_column("body"',
      'drop_column("status"',
    ]);
  });

  it('goes and comes when a relation points elsewhere', () => {
    const { destructive } = change(
      withField('editor:User:optional'),
      withField('editor:Tag:optional'),
    );
    expect(destructive).toEqual(['drops the column articles.editor_id and what is in it']);
  });
});

describe('a rename', () => {
  const renamed = shop.map((entity) => ({
    ...entity,
    name: entity.name === 'Article' ? 'Post' : entity.name,
    fields: entity.fields.map((field) =>
      field.kind === 'relation' && field.target === 'Article'
        ? { ...field, target: 'Post' }
        : field,
    ),
  }));
  const whole = change(shop, renamed, { entities: [{ from: 'Article', to: 'Post' }], fields: [] });

  it('of an entity moves its table, its links and every name that is made of theirs', () => {
    const text = upgradeOf(whole);
    expect(text).toContain('op.rename_table("articles", "posts")');
    expect(text).toContain('op.rename_table("articles_tags", "posts_tags")');
    expect(text).toContain('new_column_name="post_id"');
    expect(text).toContain('RENAME CONSTRAINT "pk_articles" TO "pk_posts"');
    const made = text.slice(text.lastIndexOf('rename_table'));
    expect([...made.matchAll(/f\("((?:fk|ix|uq|ck)_\w+)"/gu)].map(([, name]) => name)).toEqual([
      'fk_comments_article_id_posts',
      'ix_posts_author_id',
      'ix_posts_title',
      'uq_posts_author_id_title',
      'ck_posts_status',
      'fk_posts_author_id_users',
      'ix_posts_tags_tag_id',
      'fk_posts_tags_tag_id_tags',
      'fk_posts_tags_post_id_posts',
      'fk_users_favourite_id_posts',
    ]);
    expect(whole).toMatchObject({ destructive: [], risks: [] });
    expect(whole.migration!.path).toContain('0002_rename_article.py');
  });

  it('of a field keeps what is in it', () => {
    const title = withField('headline:string:120:index').map((entity) => ({
      ...entity,
      fields: entity.fields.filter(({ name }) => name !== 'title'),
      unique: entity.unique.map(() => ['author', 'headline']),
    }));
    const fields = [{ entity: 'Article', from: 'title', to: 'headline' }];
    const { migration, destructive } = change(shop, title, { entities: [], fields });
    expect(migration!.path).toContain('0002_rename_article_title.py');
    expect(migration!.text).toContain('new_column_name="headline"');
    expect(destructive).toEqual([]);
  });

  it('that was done before is nothing', () => {
    const renames = { entities: [{ from: 'Article', to: 'Post' }], fields: [] };
    expect(change(renamed, renamed, renames).migration).toBeNull();
  });

  it('of a plural alone needs no hint', () => {
    const pieces = shop.map((entity) =>
      entity.name === 'Article' ? { ...entity, plural: 'pieces' } : entity,
    );
    const { migration, destructive } = change(shop, pieces);
    expect(migration!.text).toContain('op.rename_table("articles", "pieces")');
    expect(destructive).toEqual([]);
  });
});

describe('two heads', () => {
  it('are joined where nothing else is to be done, whoever made them', () => {
    const made = make([], { migrations: byHand('one', 'two') });
    expect(made.migration!.path).toBe('migrations/versions/0001_merge_heads.py');
    expect(upgradeOf(made)).toContain('    pass\n');
    expect(made.notes).toEqual(['Joins the migration heads one and two']);
    const migrations = [...byHand('one', 'two'), made.migration!];
    expect(make([], { ...after(made), migrations }).migration).toBeNull();
  });
});

describe('a change that no database sees', () => {
  const renamed = shop.map((entity) =>
    entity.name === 'Tag' ? { ...entity, name: 'Label', plural: 'tags' } : entity,
  );
  const entities = renamed.map((entity) => ({
    ...entity,
    fields: entity.fields.map((field) =>
      field.kind === 'relation' && field.target === 'Tag' ? { ...field, target: 'Label' } : field,
    ),
  }));
  const renames = { entities: [{ from: 'Tag', to: 'Label' }], fields: [] };

  it('is noted all the same: whose a table is', () => {
    const first = make(shop);
    const made = make(entities, { ...after(first), renames });
    expect(made.migration!.path).toContain('0002_rename_tag');
    expect(made.migration!.memo).toEqual(expect.arrayContaining(['- tags: Tag', '+ tags: Label']));
    expect(make(entities, after(first, made)).migration).toBeNull();
  });
});

describe('the records of migrations', () => {
  const first = make(shop);
  const second = make(withField('subtitle:string:optional'), after(first));
  const there = after(first, second);
  const [one, two] = there.migrations;
  const remake = (records: MigrationRequest['records'], migrations = there.migrations) =>
    make(withField('subtitle:string:optional'), { migrations, records });
  const without = (path: string) => new Map([...there.records].filter(([key]) => key !== path));
  const withRecord = (path: string, hash: string | null, memo: readonly string[]) =>
    new Map([...there.records, [path, { hash, memo }] as const]);

  it('say what each changes, and where it stands', () => {
    const revisions = [first, second].map(revisionOf);
    expect(second.migration!.memo).toEqual([
      `revision: ${revisions[1]!}`,
      `parents: ${revisions[0]!}`,
      '+ articles.subtitle: string:255 null',
    ]);
    expect(remake(there.records).migration).toBeNull();
  });

  it('follow a migration that its owner put after another one', () => {
    const moved = {
      ...two!,
      text: two!.text.replace(/down_revision = .*/u, 'down_revision = "u"'),
    };
    const own = {
      path: 'migrations/versions/u.py',
      text: one!.text
        .replace(/revision = "\w+"\n.*/u, 'revision = "u"\ndown_revision = "ROOT"')
        .replace('Made once by hut', 'Made'),
    };
    const root = /revision = "(\w+)"/u.exec(one!.text)![1]!;
    const migrations = [one!, { ...own, text: own.text.replace('ROOT', root) }, moved];
    expect(remake(there.records, migrations).migration).toBeNull();
  });

  it.each([
    [
      'missing',
      () => remake(without(one!.path)),
      'record of migrations/versions/0001_initial.py is missing',
    ],
    [
      'damaged',
      () => remake(withRecord(one!.path, null, ['<<<<<<<'])),
      '0001_initial.py is damaged',
    ],
    [
      'another',
      () => remake(withRecord(one!.path, 'any', there.records.get(two!.path)!.memo)),
      'take the same side',
    ],
    [
      'without its file',
      () => remake(there.records, [one!]),
      '0002_add_article_subtitle.py is gone',
    ],
    ['without its parent', () => remake(without(one!.path), [two!]), 'which is not there'],
    [
      'left by a change that is gone',
      () => remake(withRecord(two!.path, 'any', [...second.migration!.memo, '- articles.no: int'])),
      'do not leave so',
    ],
  ])('are refused when one is %s', (_, run, words) => {
    expect(run).toThrow(expect.objectContaining({ id: 'schema', exitCode: 3 }));
    try {
      run();
    } catch (error) {
      const { message, hint } = error as { message: string; hint: string };
      expect(`${message} ${hint}`.toLowerCase()).toContain(words.toLowerCase());
    }
  });

  it('are not needed for migrations that people made', () => {
    const { migration } = make(shop, { migrations: byHand('a') });
    expect(migration!.text).toContain('down_revision = "a"');
  });
});

describe('a migration by hand that leads to the tables of hut.yaml', () => {
  const first = make(shop);
  const said = new Map([['migrations/versions/a.py', { hash: null, memo: ['as: hut.yaml'] }]]);
  const migrations = byHand('a');

  it('is noted, with all tables, and nothing before it is asked for', () => {
    const noted = make(shop, { migrations, records: said });
    expect(noted.migration).toMatchObject(migrations[0]!);
    expect(noted.migration!.memo).toContain('+ tags.name: string:40 unique');
    expect(noted.notes[0]).toContain('migrations/versions/a.py is noted');
    const child = {
      ...migrations[0]!,
      text: migrations[0]!.text.replace('None\n', `"${revisionOf(first)}"\n`),
    };
    const records = new Map([
      [noted.migration!.path, { hash: 'any', memo: noted.migration!.memo }],
    ]);
    const next = { migrations: [first.migration!, child], records };
    expect(make(shop, next).migration).toBeNull();
    expect(make(withField('more:int:optional'), next).migration!.path).toContain(
      'add_article_more',
    );
  });

  it('must be the last one', () => {
    expect(() =>
      make(shop, { migrations: [...migrations, ...byHand('b')], records: said }),
    ).toThrow(
      expect.objectContaining({ message: expect.stringContaining('is not the last migration') }),
    );
  });
});

const revisionOf = ({ migration }: MadeMigration): string =>
  /revision = "(\w+)"/u.exec(migration!.text)![1]!;

describe('two migrations of branches, neither after the other', () => {
  const first = make(shop);
  const branch = (entities: readonly Entity[], renames = none) =>
    make(entities, { ...after(first), renames });
  const settle = (one: MadeMigration, other: MadeMigration, merged: readonly Entity[]) => {
    const second = {
      ...other,
      migration: { ...other.migration!, path: `${other.migration!.path}2` },
    };
    return [
      () => make(merged, after(first, one, second)),
      () => make(merged, after(first, second, one)),
    ];
  };
  const tags = shop.filter(({ name }) => name === 'Tag');
  const others = shop.filter(({ name }) => name !== 'Tag');
  const tagsWith = (...fields: string[]): readonly Entity[] => [
    ...others,
    ...tags.map((tag) => ({ ...tag, fields: [...tag.fields, ...entityOf('Tag', fields).fields] })),
  ];

  it('add up when they change different lines: entities, fields of one entity, a removal', () => {
    const one = branch(tagsWith('color:string:optional', 'size:int:optional'));
    const other = branch([
      ...tagsWith('note:text:optional').filter(({ name }) => name !== 'Comment'),
      entityOf('Cart', ['owner:User']),
    ]);
    const merged = [
      ...tagsWith('color:string:optional', 'note:text:optional', 'size:int:optional').filter(
        ({ name }) => name !== 'Comment',
      ),
      entityOf('Cart', ['owner:User']),
    ];
    for (const run of settle(one, other, merged)) {
      expect(upgradeOf(run())).toContain('    pass\n');
      expect(run().migration!.path).toContain('merge_heads');
    }
  });

  it.each<[string, readonly Entity[], readonly Entity[], string]>([
    [
      'change the same line',
      withField('title:string:99'),
      withField('title:string:88'),
      'articles.title',
    ],
    [
      'make the same line',
      tagsWith('size:int:optional'),
      tagsWith('size:int:optional'),
      'tags.size',
    ],
    ['take the same line', withoutField('body'), withoutField('body'), 'articles.body'],
    [
      'take a table, and add to it',
      shop.filter(({ name }) => name !== 'Comment'),
      withComment('stars:int:optional'),
      'comments',
    ],
    [
      'take a column, and make a set of it',
      withoutField('status'),
      withUnique(['author', 'status']),
      'articles',
    ],
    [
      'take a table, and point to it',
      shop.filter(({ name }) => name !== 'Comment'),
      withField('first:Comment:optional'),
      'comments',
    ],
  ])('are refused when they %s', (_, left, right, subject) => {
    // Another branch gave its migration another parent, so that no two are one.
    const one = branch(left);
    const other = branch(right);
    for (const run of settle(one, rebuilt(other), left)) {
      expect(run).toThrow(
        expect.objectContaining({
          id: 'schema',
          message: expect.stringContaining(`both change ${subject}`),
        }),
      );
    }
  });
});

/** The same migration under another revision. */
function rebuilt(made: MadeMigration): MadeMigration {
  const revision = revisionOf(made);
  const { path, text, memo } = made.migration!;
  const replace = (from: string): string => from.replaceAll(revision, 'another');
  return { ...made, migration: { path, text: replace(text), memo: memo.map(replace) } };
}

function withoutField(name: string): readonly Entity[] {
  return shop.map((entity) => ({
    ...entity,
    fields: entity.fields.filter((field) => entity.name !== 'Article' || field.name !== name),
  }));
}

function withComment(text: string): readonly Entity[] {
  return shop.map((entity) =>
    entity.name === 'Comment'
      ? { ...entity, fields: [...entity.fields, ...entityOf('Comment', [text]).fields] }
      : entity,
  );
}

function withUnique(set: readonly string[]): readonly Entity[] {
  return shop.map((entity) =>
    entity.name === 'Article' ? { ...entity, unique: [...entity.unique, set] } : entity,
  );
}
