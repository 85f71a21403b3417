import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileTemplate } from '@hut/render/compile';
import { openTestProject, type TestProject } from '@hut/testing';
import { defineGenerator } from './define-generator.ts';
import type { Lookup } from './lookup.ts';

/** A file an entity, and a journal that is made once for each new list of entities. */
const shelf = defineGenerator({
  id: 'shelf',
  summary: 'A shelf',
  command: 'build',
  builds: ['entities'],
  contribute: ({ entities, entityFiles }) =>
    entities.flatMap((entity) => entityFiles('entity', entity, () => ({ name: entity.name }))),
  make: ({ entities, made, renames }) => {
    const names = entities.map(({ name }) => name).join(' ');
    const before = [...made.values()].at(-1)?.memo.join() ?? '';
    if (names === before) return { files: [], destructive: [], risks: [], notes: [], next: [] };
    const number = made.size + 1;
    const lost = before.split(' ').filter((name) => name !== '' && !names.includes(name));
    const renamed = renames.entities.map(({ from }) => from);
    return {
      files: [{ path: `migrations/${number}.txt`, text: `${names}\n`, memo: [names] }],
      destructive: lost.filter((name) => !renamed.includes(name)).map((name) => `drops ${name}`),
      risks: [],
      notes: [],
      next: [{ command: 'migrate', why: 'once' }],
    };
  },
});

const template = 'class <%- view.name %>:\n    """A thing."""\n\n    size = 1\n';
const lookup: Lookup = [
  {
    definition: shelf,
    templates: { 'fastapi/entity/app/[entity].py': compileTemplate(template, 'entity') },
  },
];

const added = (name: string, entity: object = {}) => ({
  set: ['entities', name],
  value: { fields: { title: 'string' }, ...entity },
});

describe('an entity that takes the name of another', () => {
  let project: TestProject;
  beforeEach(async () => {
    project = openTestProject(lookup);
    await project.hut({ splices: [added('Post'), added('Tag')] });
  });
  afterEach(() => project.remove());

  const there = (path: string): boolean => existsSync(join(project.root, path));
  const rename = [
    { rename: ['entities', 'Post'], to: 'Article' },
    { set: ['entities', 'Article', 'was'], value: 'Post' },
  ];

  it('takes its files along, with what the user wrote into them', async () => {
    project.edit('app/post.py', 'size = 1\n', 'size = 1\n    mine = 2\n');
    const { changes } = await project.hut({ splices: rename });
    expect(there('app/post.py')).toBe(false);
    expect(project.read('app/article.py')).toBe(
      'class Article:\n    """A thing."""\n\n    size = 1\n    mine = 2\n',
    );
    expect(changes.find(({ path }) => path === 'app/article.py')).toMatchObject({
      action: 'merge',
      reason: 'was app/post.py',
    });
    expect(changes.some(({ path }) => path === 'app/post.py')).toBe(false);
    expect(there('.hut/base/app/post.py')).toBe(false);
  });

  it('leaves no hint in hut.yaml, and does nothing when it is rendered again', async () => {
    await project.hut({ splices: rename });
    expect(project.read('hut.yaml')).not.toContain('was');
    expect((await project.hut()).changes).toEqual([]);
  });

  it('meets a file of the user at the new place as a conflict', async () => {
    project.write('app/article.py', 'mine = True\n');
    await expect(project.hut({ splices: rename })).rejects.toMatchObject({ id: 'conflict' });
    expect(project.read('app/article.py')).toBe('mine = True\n');
  });

  it('keeps the text that a person chose to keep, at the new place', async () => {
    project.edit('app/post.py', 'class Post:', 'class MyPost:');
    await project.hut({ splices: rename, onConflict: 'mine' });
    expect(project.read('app/article.py')).toContain('class MyPost:');
    expect(there('app/post.py')).toBe(false);
  });

  it('names the lines of the user that still say the old name', async () => {
    mkdirSync(join(project.root, 'app/own'));
    const report = 'from app.post import Post\n\nposts = []\nrepost = 1\nPostStatus.OPEN\n';
    project.write('app/own/report.py', report);
    const { leftovers } = await project.hut({ splices: rename });
    expect(leftovers).toEqual([
      { path: 'app/own/report.py', line: 1, name: 'Post' },
      { path: 'app/own/report.py', line: 3, name: 'posts' },
      { path: 'app/own/report.py', line: 5, name: 'Post' },
    ]);
  });

  it('names an old field only where its entity is spoken of', async () => {
    mkdirSync(join(project.root, 'app/own'));
    project.write('app/own/a.py', 'post.title\n');
    project.write('app/own/b.py', 'title = 1\n');
    project.write('app/own/c.py', 'PostTitle.SHORT\n');
    const splices = [
      { rename: ['entities', 'Post', 'fields', 'title'], to: 'headline' },
      { set: ['entities', 'Post', 'fields', 'headline'], value: 'string:was=title' },
    ];
    const { leftovers } = await project.hut({ splices });
    expect(leftovers).toEqual([
      { path: 'app/own/a.py', line: 1, name: 'title' },
      { path: 'app/own/c.py', line: 1, name: 'PostTitle' },
    ]);
    expect(project.read('hut.yaml')).toContain('headline: string\n');
  });
});

describe('a module that goes', () => {
  it('is named where lines of the user import it', async () => {
    const project = openTestProject(lookup);
    await project.hut({ splices: [added('Post'), added('Tag')] });
    mkdirSync(join(project.root, 'app/own'));
    const lines = ['from app.post import Post', 'import app.post_office', 'import my.app.post'];
    project.write('app/own/report.py', `${lines.join('\n')}\n`);
    project.edit('app/tag.py', 'size = 1\n', 'size = 1\n    import app.post\n');
    const { leftovers } = await project.hut({ splices: [{ remove: ['entities', 'Post'] }] });
    expect(leftovers).toEqual([
      { path: 'app/own/report.py', line: 1, name: 'app.post' },
      { path: 'app/tag.py', line: 5, name: 'app.post' },
    ]);
    project.remove();
  });
});

describe('an entity that a generator brings under the name of its option', () => {
  const people = defineGenerator({
    id: 'people',
    summary: 'People',
    feature: true,
    options: { model: { type: 'text', default: 'User', namesEntity: true } },
    brings: ({ model }) => ({ [String(model)]: { fields: { name: 'string' } } }),
  });

  it('takes its files along when the option changes, and leaves no entry of its own in hut.yaml', async () => {
    const project = openTestProject([...lookup, { definition: people, templates: {} }]);
    await project.hut({ splices: [{ set: ['features', 'people'], value: {} }] });
    project.edit('app/user.py', 'size = 1\n', 'size = 1\n    mine = 2\n');
    await project.hut({
      splices: [
        { set: ['features', 'people', 'model'], value: 'Member' },
        { set: ['entities', 'Member', 'was'], value: 'User' },
      ],
    });
    expect(project.read('app/member.py')).toContain('mine = 2');
    expect(project.read('hut.yaml')).toContain('entities: {}');
    project.remove();
  });
});

describe('what is made once', () => {
  let project: TestProject;
  beforeEach(async () => {
    project = openTestProject(lookup);
    await project.hut({ splices: [added('Post')] });
  });
  afterEach(() => project.remove());

  it('is written and recorded, and never again', async () => {
    expect(project.read('migrations/1.txt')).toBe('Post\n');
    const record = project.read('.hut/made/migrations/1.txt.made');
    expect(record).toMatch(/^#.*\nfile: [0-9a-f]{64}\nmemo: [0-9a-f]{64}\nPost\n$/);
    project.write('migrations/1.txt', 'edited\n');
    const { next } = await project.hut({ splices: [added('Tag')] });
    expect(project.read('migrations/1.txt')).toBe('edited\n');
    expect(project.read('migrations/2.txt')).toBe('Post Tag\n');
    expect(project.read('.hut/made/migrations/1.txt.made')).toBe(record);
    expect(project.read('.hut/made/migrations/2.txt.made')).toContain('\nPost Tag\n');
    expect(next).toEqual([{ command: 'migrate', why: 'once' }]);
    expect(existsSync(join(project.root, '.hut/base/migrations'))).toBe(false);
  });

  it('that loses something is refused where nobody said yes', async () => {
    const splices = [{ remove: ['entities', 'Post'] }];
    await expect(project.hut({ splices, yes: false })).rejects.toMatchObject({
      id: 'destructive',
      message: expect.stringContaining('drops Post'),
    });
    expect(project.read('hut.yaml')).toContain('Post');
    const { destructive } = await project.hut({ splices, yes: false, dryRun: true });
    expect(destructive).toEqual(['drops Post']);
    await project.hut({ splices });
    expect(project.read('hut.yaml')).not.toContain('Post');
  });
});
