/** A hut.yaml with the hint of a rename in it, rendered through Yeoman: it renders a run more than once. */
import { compileTemplate } from '@hut/render/compile';
import { defineGenerator, type Lookup } from '@hut/kit';
import { add, anotherGenerator } from './another-generator.ts';
import { quick } from './open-bench.ts';
import { openEnvironment } from './open-environment.ts';
import { openFolder, type Folder } from './open-folder.ts';

const shelf = defineGenerator({
  id: 'shelf',
  summary: 'A file an entity',
  command: 'build',
  builds: ['entities'],
  amend: () => [],
  contribute: ({ entities, entityFiles }) =>
    entities.flatMap((entity) => entityFiles('entity', entity, () => ({ name: entity.name }))),
});
const template = 'class <%- view.name %>:\n    """A thing."""\n\n    size = 1\n';
const lookup: Lookup = [
  {
    definition: shelf,
    templates: { 'fastapi/entity/app/[entity].py': compileTemplate(template, 'entity') },
  },
];

describe('the hint of a rename', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = openFolder();
    await yo('').run('hut:shelf', ['shop'], quick);
    folder.edit(
      'shop/hut.yaml',
      'entities: {}',
      'entities:\n  Post: { fields: { title: string } }',
    );
    await yo().run('hut:shelf', [], quick);
    folder.edit('shop/app/post.py', 'size = 1\n', 'size = 1\n    mine = 2\n');
    folder.edit('shop/hut.yaml', 'Post: {', 'Article: { was: Post,');
  });
  afterEach(() => folder.remove());
  const yo = (at = 'shop') => openEnvironment(`${folder.root}/${at}`, { lookup });

  const expectRenamed = (): void => {
    expect(folder.has('shop/app/post.py')).toBe(false);
    expect(folder.has('shop/.hut/base/app/post.py')).toBe(false);
    expect(folder.read('shop/app/article.py')).toMatch(
      /class Article:[\s\S]*size = 1\n {4}mine = 2\n$/,
    );
    expect(folder.read('shop/hut.yaml')).toContain('Article: { fields');
  };

  it('moves the file with what the user wrote into it, and goes', async () => {
    await yo().run('hut:shelf', [], quick);
    expectRenamed();
    const again = yo();
    await again.run('hut:shelf', [], quick);
    expect(again.said()).toContain('Nothing to do');
  });

  it('does so beside another generator, which finds the file at its new place', async () => {
    await yo().run(
      anotherGenerator({
        async initializing() {
          await add(this, 'hut:shelf', [], quick);
        },
        conflicts() {
          const path = this.destinationPath('app/article.py');
          this.fs.write(path, this.fs.read(path)!.replace('"""A thing."""', '"""Their thing."""'));
        },
      }),
    );
    expect(folder.read('shop/app/article.py')).toContain('"""Their thing."""');
    expectRenamed();
  });
});
