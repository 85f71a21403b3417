/** What a person types behind `yo hut`, as `yo` hands it on. */
import { openBench, quick, type Bench } from './open-bench.ts';
import { add, anotherGenerator } from './another-generator.ts';

describe('a command line under yo', () => {
  let { folder, yo } = {} as Bench;
  beforeEach(() => void ({ folder, yo } = openBench()));
  afterEach(() => folder.remove());

  it.each<[string, readonly string[], Record<string, unknown>]>([
    ['in camelCase', ['shop'], { ...quick, withCache: 'memory' }],
    ['in kebab-case', ['shop'], { ...quick, 'with-cache': 'memory' }],
    ['as a flag of its own', ['shop'], { ...quick, withCache: true, cacheBackend: 'memory' }],
    ['among the arguments', ['shop', '--with-cache', '--cache-backend=memory', '--yes'], quick],
    ['behind a flag that takes nothing', [], { ...quick, yes: 'shop', withCache: 'memory' }],
    ['as an alias', [], { ...quick, yes: undefined, y: 'shop', withCache: 'memory' }],
    ['as text', ['shop'], { ...quick, yes: 'true', install: 'false', withCache: 'memory' }],
    ['as --path', [], { ...quick, p: 'shop', withCache: 'memory' }],
  ])('is read %s', async (_, args, options) => {
    await yo().run('hut:site', args, options);
    expect(folder.read('shop/cache.py')).toBe('BACKEND = "memory"\n');
  });

  it('takes lists with commas, twice, and as a list in code', async () => {
    await yo().run('hut:site', ['shop'], quick);
    for (const regions of ['eu,us', ['eu', 'us']])
      await yo({}, 'shop').run('hut:cache', [], { ...quick, regions });
    expect(folder.read('shop/hut.yaml')).toContain('regions: [eu, us]');
    expect(folder.runs('shop')).toHaveLength(2);
  });

  it('keeps a name of digits a name', async () => {
    await expect(yo().run('hut:site', ['007'], quick)).rejects.toThrow('"007"');
  });

  it.each<[string, readonly string[], Record<string, unknown>, string]>([
    ['an unknown flag', ['shop'], { descrption: 'x' }, 'Did you mean --description?'],
    ['an unknown short flag', ['shop'], { x: true }, 'Unknown flag -x'],
    ['a wrong choice', ['shop'], { withCache: 'memroy' }, 'Did you mean memory?'],
    ['a wrong answer to conflicts', ['shop'], { onConflict: 'nxt' }, 'Did you mean next?'],
    ['an argument too many', ['shop', 'other'], {}, 'Unknown argument other'],
    ['a flag twice', ['shop'], { quiet: [true, true] }, '--quiet is there twice'],
    ['a word that is lost', ['shop'], { quiet: 'other' }, 'the flags behind them'],
    ['no folder', [], {}, 'yo hut shop'],
    ['a blueprint that is not there', ['shop'], { from: 'nope.yaml' }, 'Cannot read'],
    ['a name that is none', ['My Shop!'], {}, 'my-shop'],
  ])('is refused for %s, and nothing is written', async (_, args, options, hint) => {
    await expect(yo().run('hut:site', args, { ...quick, ...options })).rejects.toThrow(hint);
    expect(folder.files()).toEqual({});
  });

  it('is the business of the generator that was started: others pass on what they like', async () => {
    const Another = anotherGenerator({
      async initializing() {
        await this.composeWith('hut:site', {
          generatorArgs: ['shop'],
          forwardOptions: true,
        } as never);
      },
    });
    await yo().run(Another, [], { ...quick, theirs: 1 });
    expect(folder.has('shop/hut.yaml')).toBe(true);
  });

  it('--from renders the blueprint that it names, and refuses another one in a project', async () => {
    folder.write('some.yaml', 'hut: 1\nname: blog\nfeatures:\n  cache: { backend: memory }\n');
    await yo().run('hut:site', ['shop'], { ...quick, from: 'some.yaml' });
    expect(folder.read('shop/cache.py')).toBe('BACKEND = "memory"\n');
    folder.write('some.yaml', 'hut: 1\nname: other\n');
    const again = yo().run('hut:site', ['shop'], { ...quick, from: 'some.yaml' });
    await expect(again).rejects.toThrow('There is a project already');
  });

  it.each([[true], ['files'], ['diff']])(
    '--dry-run=%s says what would happen, and writes nothing',
    async (dryRun) => {
      const env = yo();
      await env.run('hut:site', ['shop'], { ...quick, dryRun });
      expect(folder.files()).toEqual({});
      expect(env.said()).toContain(dryRun === 'diff' ? '+one\n' : 'Created (5)');
    },
  );

  it('of the generator that was started holds for those that it composes', async () => {
    const Another = anotherGenerator({
      async initializing() {
        await add(this, 'hut:site', ['shop'], quick);
      },
    });
    await yo().run(Another, [], { dryRun: true });
    expect(folder.files()).toEqual({});
  });

  it('-n holds for the files of other generators, too', async () => {
    const Another = anotherGenerator({
      async initializing() {
        await add(this, 'hut:site', ['shop'], { ...quick, n: true });
      },
      writing() {
        this.fs.write(this.destinationPath('shop/acme.txt'), 'acme\n');
      },
      end() {
        this.fs.write(this.destinationPath('shop/late.txt'), 'late\n');
      },
    });
    await yo().run(Another);
    expect(folder.files()).toEqual({});
  });

  it('asks for what is missing, and says the command that asks for the same', async () => {
    const env = yo({ path: 'shop', description: 'A small shop', features: ['cache'] });
    await env.run('hut:site', [], { install: false, git: false });
    expect(env.asked().map(({ name }) => name)).toEqual(['path', 'description', 'features']);
    expect(folder.read('shop/about.txt')).toContain('A small shop');
    expect(folder.has('shop/cache.py')).toBe(true);
    expect(env.said()).toContain(
      "The same again: yo hut shop --description 'A small shop' --with-cache --yes",
    );
  });

  it('asks nothing with --yes', async () => {
    const env = yo();
    await env.run('hut:site', ['shop'], quick);
    expect(env.asked()).toEqual([]);
  });
});
