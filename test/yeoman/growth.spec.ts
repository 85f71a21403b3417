/** The generators that grow a project, through Yeoman. */
import { amendedBy } from '@hut/testing';
import { lookup } from '../../generators/lookup.ts';
import { add, anotherGenerator, type Tasks } from './another-generator.ts';
import { quick } from './open-bench.ts';
import { openEnvironment, type Environment } from './open-environment.ts';
import { openFolder, type Folder } from './open-folder.ts';

const user = 'add model User name mail:email:unique';

describe('a project grows under yo', () => {
  let folder: Folder;
  beforeEach(() => (folder = openFolder()));
  afterEach(() => folder.remove());
  const yo = (at = 'shop', answers: Record<string, unknown> = {}): Environment =>
    openEnvironment(`${folder.root}/${at}`, { lookup }, answers);
  const hutYaml = (): string => folder.read('shop/hut.yaml');
  const build = (): Promise<void> => yo('').run('hut:app', ['shop'], quick);
  const compose = (tasks: Tasks, env = yo()): Promise<void> => env.run(anotherGenerator(tasks));

  it('by the words and options that hut add takes', async () => {
    await build();
    await yo().run('hut:model', ['User', 'name', 'mail:email:unique'], quick);
    const words = [
      'article',
      'title:str:120',
      'stock:int:default=-5',
      'author:User:private:optional',
    ];
    const env = yo('shop/app');
    await env.run('hut:crud', words, { ...quick, plural: 'pieces', unique: 'author,title' });
    expect(hutYaml()).toBe(
      await amendedBy(lookup, [
        user,
        'add crud Article title:string:120 stock:int:default=-5 author:User:private:optional --plural pieces --unique author,title',
      ]),
    );
    expect(folder.runs('shop')).toContain('yo hut:model User name mail:email:unique');
    expect(env.said().split('alembic upgrade head')).toHaveLength(2);
    expect(env.said()).toMatch(/\nNext\n {2}cd \.\.\n/);
  });

  it('but not when another version renders it: refused with the words of hut', async () => {
    await build();
    folder.edit('shop/hut.yaml', 'generator: 0.1.0', 'generator: 0.0.9');
    const before = folder.files();
    const words = /generator: 0\.0\.9 renders this project, and this is hut 0\.1\.0\n.*hut upgrade/;
    for (const [id, args] of [
      ['hut:model', ['Tag', 'name']],
      ['hut:app', ['.']],
    ] as const)
      await expect(yo().run(id, args, quick)).rejects.toThrow(words);
    expect(folder.files()).toEqual(before);
  });

  it('and asks for what is missing: the entity, then its fields one at a time', async () => {
    await build();
    const answers = {
      entity: 'User',
      fields1: 'name',
      fields2: 'mail:email:unique',
      answer: 'yes',
    };
    const env = yo('shop', answers);
    await env.run('hut:model', [], { install: false, git: false });
    expect(env.asked().map(({ name }) => name)).toEqual([
      ...['entity', 'fields1', 'fields2', 'fields3', 'answer'],
    ]);
    expect(hutYaml()).toBe(await amendedBy(lookup, [user]));
    expect(env.said()).toContain('The same again: yo hut:model User name mail:email:unique --yes');
  });

  it('from another generator, with the project or after it, in any order', async () => {
    await compose(
      {
        async initializing() {
          await add(this, 'hut:app', ['shop'], quick);
          await add(this, 'hut:model', ['Comment', 'text', 'post:Post'], quick);
          await add(this, 'hut:model', ['Post', 'title:string'], quick);
        },
        async configuring() {
          await add(this, 'hut:field', ['Post', 'views:int'], quick);
        },
      },
      yo(''),
    );
    expect(hutYaml()).toBe(
      await amendedBy(lookup, [
        'add model Post title views:int',
        'add model Comment text post:Post',
      ]),
    );
  });

  it.each<[string, readonly string[], object, string]>([
    ['hut:model', [], {}, 'Usage: yo hut:model <entity> [fields...]'],
    ['hut:model', ['user', 'age:int'], {}, 'hut add field User age:int'],
    ['hut:model', ['Class'], {}, 'would need a module'],
    ['hut:model', ['Post', 'title:strng'], {}, 'Did you mean string?'],
    ['hut:field', ['Usr', 'age:int'], {}, 'Did you mean User?'],
    ['hut:endpoint', ['User', 'Article'], {}, 'Unknown argument Article'],
    ['hut:endpoint', ['User'], { embd: 'x' }, 'Did you mean --embed?'],
    ['hut:model', ['Post'], { unique: 'a' }, 'For one field'],
    ['hut:model', ['Post', 'a', 'b'], { unique: ['a,b', 'b,a'] }, '--unique is there twice'],
  ])('but refuses %s %j %j, and writes nothing', async (namespace, args, options, message) => {
    await build();
    await yo().run('hut:model', ['User', 'name'], quick);
    const before = folder.files();
    const run = yo().run(namespace, args, { ...quick, ...options });
    await expect(run).rejects.toThrow(message);
    expect(folder.files()).toEqual(before);
  });

  it('and leaves everything as it was when one of several generators is wrong', async () => {
    await build();
    const before = folder.files();
    const run = compose({
      async initializing() {
        await add(this, 'hut:model', ['Post', 'title'], quick);
        await add(this, 'hut:field', ['Post', 'author:User'], quick);
      },
    });
    await expect(run).rejects.toThrow('there is no entity User');
    expect(folder.files()).toEqual(before);
  });
});
