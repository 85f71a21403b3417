import { parseBlueprint } from '@hut/blueprint';
import { requireStorable } from './cycles.ts';
import { toDomainView } from './domain-view.ts';
import type { EntityProject } from './entity-project.ts';
import { toFactoryView } from './factory-view.ts';
import { fieldTypesOf } from './field-types.ts';
import { toEndpointView, toRepositoryView, toServiceView } from './layer-views.ts';
import { toModelView } from './model-view.ts';
import { requireNestable } from './nested-read.ts';
import { requireCreatable } from './require-creatable.ts';
import { toNestedView, toSchemaView } from './schema-view.ts';
import { toTestView } from './test-view.ts';

interface Options {
  readonly ids?: 'uuid' | 'int';
  readonly database?: EntityProject['database'];
}

/** The project of some lines below `entities:`. */
function projectOf(entities: string, { ids = 'uuid', database = 'sqlite' }: Options = {}) {
  const text = `hut: 1\nname: shop\nentities:\n${entities}`;
  const context = { file: 'hut.yaml', features: [], runningVersion: '0.1.0', name: 'shop' };
  const blueprint = parseBlueprint(text, { ...context, complete: 'from' });
  const project: EntityProject = { entities: blueprint.entities, ids, database };
  const entity = (name: string) => project.entities.find((each) => each.name === name)!;
  return { project, entity };
}

/** All that a view prints, as one text. */
const printed = (view: object): string => Object.values(view).flat().map(String).join('\n');

const relations = `
  Article:
    fields: { author: 'User:as=articles', editor: 'User:optional:private', parent: 'Article:optional:cascade', tags: 'Tag:many:as=articles', related: 'Article:many', cover: 'Cover:one:readonly:optional' }
    layers: endpoint
    endpoint: { embed: [author, tags] }
  Cover: { fields: { name: string }, layers: model }
  Tag: { fields: { name: 'string:40:unique' }, layers: endpoint }
  User: { fields: { name: string, favourite: 'Article:optional' }, layers: schema, endpoint: { embed: [favourite] } }
`;

describe('a model', () => {
  const model = (entity: string): string => {
    const found = projectOf(relations);
    return printed(toModelView(found.project, found.entity(entity)));
  };

  it('names the columns of each relation, and loads none in secret', () => {
    expect(model('Article')).toContain(
      'author: Mapped["User"] = relationship(\n        back_populates="articles",\n        foreign_keys=author_id,\n        lazy="raise",\n    )',
    );
    expect(model('Article')).toContain('foreign_keys=parent_id,\n        remote_side="Article.id"');
  });

  it('knows the other side of a relation of others', () => {
    expect(model('User')).toContain('foreign_keys="Article.author_id"');
    expect(model('User')).toContain('passive_deletes="all"');
    expect(model('Tag')).toContain('secondary="articles_tags"');
  });

  it('keeps links in a table, whose two ends have names of their own', () => {
    expect(model('Article')).toContain('primaryjoin="Article.id == articles_related.c.article_id"');
    expect(model('Article')).toContain(
      'secondaryjoin="Article.id == articles_related.c.related_id"',
    );
  });

  it('tells SQLAlchemy which keys close a circle of tables', () => {
    expect(model('User')).toMatch(/"articles\.id",[^)]*use_alter=True/u);
    expect(model('Article').match(/use_alter/gu)).toHaveLength(1);
    expect(model('Tag')).not.toContain('use_alter');
  });

  it('prints long texts only where the database cuts them', () => {
    const text = '  Note: { fields: { body: text } }';
    const of = (database: EntityProject['database']) => {
      const { project, entity } = projectOf(text, { database });
      return printed(toModelView(project, entity('Note')));
    };
    expect(of('sqlite')).toContain('body: Mapped[str] = mapped_column(Text)');
    expect(of('mysql')).toContain('MEDIUMTEXT');
  });

  it('makes a default that can be changed anew for each record', () => {
    const { project, entity } = projectOf(`
  Note:
    fields: { extra: { type: json, default: '{"a": [1, null]}' }, items: { type: json, default: '[]' } }`);
    const text = printed(toModelView(project, entity('Note')));
    expect(text).toContain('default=lambda: {"a": [1, None]}');
    expect(text).toContain('default=list');
  });
});

describe('schemas', () => {
  it('say a default only where requests may leave a field out, and bounds once', () => {
    const { project, entity } = projectOf(`
  Note:
    fields: { stars: 'int:min=1', price: 'decimal:8,2:min=0.1:optional', at: 'datetime:default=now', code: 'string:8:default=x' }
    layers: repository`);
    const text = printed(toSchemaView(project, entity('Note')));
    for (const line of [
      'stars: int = Field(ge=1, le=2**31 - 1)',
      'stars: int = Field(default_factory=absent, ge=1, le=2**31 - 1)',
      'price: Decimal | None = Field(',
      'ge=Decimal("0.1")',
      'at: Moment = Field(default_factory=utc_now)',
      'code: Text = Field(default="x", max_length=8)',
      'sort: str = sortable("stars", "price", "at", "code", "created_at", "updated_at")',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('nest another entity without what that one nests', () => {
    const { project, entity } = projectOf(relations);
    expect(printed(toSchemaView(project, entity('Article')))).toContain('author: UserNested');
    expect(printed(toSchemaView(project, entity('User')))).toContain(
      'favourite: ArticleNested | None',
    );
    expect(printed(toNestedView(project, entity('Article')))).not.toContain('tag_ids');
  });

  it('neither take nor show what is private, and only show what is readonly', () => {
    const { project, entity } = projectOf(relations);
    const text = printed(toSchemaView(project, entity('Article')));
    expect(text).not.toContain('editor');
    expect(text.match(/cover_id/gu)).toEqual(['cover_id']);
    expect(text).toContain('cover_id: uuid.UUID = Field(default_factory=absent)');
    expect(printed(toNestedView(project, entity('Article')))).toContain(
      'cover_id: uuid.UUID | None',
    );
  });

  it('bring the types of fields that they use, and no others', () => {
    const { project } = projectOf(`
  Note: { fields: { home: url, mail: email }, layers: repository }
  Other: { fields: { at: datetime }, layers: model }`);
    expect([...fieldTypesOf(project)].sort()).toEqual(['Email', 'Text', 'Url']);
    const ints = projectOf('  Note: { fields: {}, layers: endpoint }', { ids: 'int' });
    expect([...fieldTypesOf(ints.project)]).toEqual(['Id']);
  });
});

describe('the layers above', () => {
  it('load what answers show, and check what requests point to', () => {
    const { project, entity } = projectOf(relations);
    const repository = printed(toRepositoryView(entity('Article')));
    expect(repository.match(/selectinload\(/gu)).toHaveLength(3);
    const service = printed(toServiceView(project, entity('Article')));
    expect(service).toContain('Reference("tag_ids", Tag, relation="tags")');
    expect(service).not.toContain('editor_id');
    expect(service).not.toContain('cover_id');
  });

  it('look for ids that the database can have', () => {
    const ints = projectOf(relations, { ids: 'int' });
    const text = printed(toEndpointView(ints.project, ints.entity('Tag')));
    expect(text).toContain('tag_id: Id');
  });

  it('are tested with values of the fields', () => {
    const { project, entity } = projectOf(relations);
    const text = printed(toTestView(project, entity('Article')));
    expect(text).toContain('from tests.factories.user import create_user');
    expect(text).toContain('("editor_id", [None])');
    expect(text).toContain('async def test_the_related(');
    expect(printed(toFactoryView(project, entity('Article')))).toContain(
      'values["author"] = await create_user(session)',
    );
  });
});

describe('docs/domain.md', () => {
  it('draws each relation, and shows texts of people as they are', () => {
    const { project } = projectOf(`
  Article: { fields: { author: 'User:optional', tags: 'Tag:many', cover: 'User:one' } }
  Tag: { fields: { name: { type: string, description: 'a | b' } } }
  User: { fields: {} }`);
    const text = JSON.stringify(toDomainView(project));
    for (const line of [
      'Article }o--o| User : author',
      'Article }o--o{ Tag : tags',
      'Article |o--|| User : cover',
      'a \\\\| b',
    ]) {
      expect(text).toContain(line);
    }
  });
});

describe('what cannot work', () => {
  const refusal = (run: () => void): unknown => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it('is refused: an entity that needs another one of its kind', () => {
    const { project, entity } = projectOf(`
  A: { fields: { b: B } }
  B: { fields: { a: A } }
  C: { fields: { c: 'C:optional', b: B } }`);
    expect(refusal(() => requireStorable(project, entity('A')))).toMatchObject({
      id: 'required-cycle',
      hint: 'Make the relation optional: hut change field A.b B:optional',
    });
    expect(refusal(() => requireStorable(project, entity('C')))).toBeUndefined();
  });

  it('is refused: a value that is required and that nobody can say', () => {
    const { entity } = projectOf(`
  A: { fields: { note: 'string:private' } }
  B: { fields: { note: 'string:private:optional', stars: 'int:readonly:default=1' } }`);
    expect(refusal(() => requireCreatable(entity('A')))).toMatchObject({ id: 'hidden-required' });
    expect(refusal(() => requireCreatable(entity('B')))).toBeUndefined();
  });

  it('is refused: nesting what has no schema', () => {
    const { project, entity } = projectOf(`
  A: { fields: { b: B, c: C }, layers: schema, endpoint: { embed: [c] } }
  B: { fields: {}, layers: schema }
  C: { fields: {} }`);
    expect(refusal(() => requireNestable(project, entity('A')))).toMatchObject({
      id: 'embed',
      hint: 'Add it: hut add schema C, or take c out of embed.',
    });
  });
});
