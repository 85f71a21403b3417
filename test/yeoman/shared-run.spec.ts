/** Hut generators in one Yeoman environment: one run, one blueprint, one commit. */
import { defineGenerator } from '@hut/kit';
import { toYeoman } from '@hut/kit/yeoman';
import { ignore } from '@hut/render';
import { openTestProject } from '@hut/testing';
import { add, anotherGenerator } from './another-generator.ts';
import { openBench, quick, type Bench } from './open-bench.ts';

let { folder, site, yo, compose, build } = {} as Bench;
beforeEach(() => void ({ folder, site, yo, compose, build } = openBench()));
afterEach(() => folder.remove());

/** A commit renders once itself: what others did to hut.yaml until then counts. */
const renderingsOfACommit = 1;

/** As a person takes the features out of hut.yaml. */
function withoutFeatures(hutYaml: string): string {
  return hutYaml.replace(/^features:[^\n]*\n(?: +[^\n]*\n)*/m, 'features: {}\n');
}

describe('hut generators in one environment', () => {
  it('make the files that hut makes', async () => {
    await build({ withCache: 'memory' });
    const project = openTestProject(site.lookup);
    await project.hut({ features: { cache: { backend: 'memory' } } });
    for (const path of ['app.py', 'cache.py', '.gitignore', 'hut.yaml', '.hut/base/app.py'])
      expect(folder.read(`shop/${path}`)).toBe(project.read(path));
    project.remove();
  });

  it('amend one blueprint, render it once, and commit once', async () => {
    await compose({
      async configuring() {
        await add(this, 'hut:cache', [], { backend: 'memory' });
        await add(this, 'hut:cache', [], { backend: 'memory' });
      },
    });
    expect(folder.read('shop/cache.py')).toBe('BACKEND = "memory"\n');
    expect(folder.runs('shop')).toEqual([
      'yo hut shop ; yo hut:cache --backend memory ; yo hut:cache --backend memory',
    ]);
    expect(site.renderings()).toBe(renderingsOfACommit + 1);
  });

  it('render once more for one that is composed late, and still commit once', async () => {
    await compose({
      async conflicts() {
        await add(this, 'hut:cache', [], { backend: 'memory' });
      },
    });
    expect(folder.read('shop/app.py')).toContain('"redis"');
    expect(folder.runs('shop')).toHaveLength(1);
    expect(site.renderings()).toBe(renderingsOfACommit + 2);
  });

  it('give the same bytes when a feature is composed before the builder', async () => {
    await yo().run(
      anotherGenerator({
        async initializing() {
          await add(this, 'hut:cache', [], { backend: 'memory' });
          await add(this, 'hut:site', ['shop'], quick);
        },
      }),
    );
    const other = openBench();
    await other.build({ withCache: 'memory' });
    const [one, two] = [folder, other.folder].map(({ files }) => ({ ...files(), 'shop/.env': '' }));
    expect(one).toEqual(two);
    other.folder.remove();
  });

  it('grow the project that the folder is in, and change nothing the second time', async () => {
    await build();
    await yo({}, 'shop').run('hut:cache', [], { backend: 'memory', yes: true });
    const [grown, env] = [folder.files(), yo({}, 'shop')];
    expect(grown['shop/app.py']).toContain('"redis"');
    await env.run('hut:cache', [], { backend: 'memory', yes: true });
    expect(folder.files()).toEqual(grown);
    expect(env.said()).toBe('Nothing to do: the project is as hut.yaml says.');
  });

  it('take back what hut.yaml no longer says, also when they render twice', async () => {
    await build({ withCache: 'memory' });
    folder.write('shop/hut.yaml', withoutFeatures(folder.read('shop/hut.yaml')));
    await build({ description: 'less' });
    const left = ['shop/cache.py', 'shop/.hut/base/cache.py'].filter(folder.has);
    expect(left).toEqual([]);
    expect(folder.read('shop/app.py')).not.toContain('redis');
  });

  it('render what a generator of another package brings to the same run', async () => {
    const extra = defineGenerator({
      id: 'extra',
      summary: 'Of another package',
      feature: true,
      contribute: () => [ignore('*.extra')],
    });
    const Extra = toYeoman(extra, [{ definition: extra, templates: {} }], '0.1.0');
    await compose({
      async configuring() {
        const path = '/extra/generators/extra/index.js';
        await this.composeWith({ Generator: Extra, path } as never);
      },
    });
    expect(folder.read('shop/.gitignore')).toBe('*.extra\n*.log\n');
  });

  it('refuse two projects in one run, and write neither', async () => {
    const both = compose({
      async configuring() {
        await add(this, 'hut:site', ['other'], quick);
      },
    });
    await expect(both).rejects.toThrow("One run can't write two projects");
    expect(folder.files()).toEqual({});
  });

  it('refuse to run with another version of themselves', async () => {
    const older = toYeoman(site.cache, site.lookup, '0.0.9');
    const both = compose({
      async configuring() {
        await this.composeWith({
          Generator: older,
          path: '/old/generators/cache/index.js',
        } as never);
      },
    });
    await expect(both).rejects.toThrow('generator-hut 0.1.0 and 0.0.9 run together');
    expect(folder.files()).toEqual({});
  });

  it('refuse to be committed by somebody else', async () => {
    const Committing = anotherGenerator({
      async initializing() {
        await add(this, 'hut:site', ['shop'], quick);
      },
    });
    Object.defineProperty(Committing.prototype, 'features', {
      get: () => ({ customCommitTask: () => undefined }),
    });
    await expect(yo().run(Committing)).rejects.toThrow('in a way of its own');
    expect(folder.files()).toEqual({});
  });
});
