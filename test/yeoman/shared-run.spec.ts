/** Hut generators and others in one Yeoman environment: one run, one blueprint, one commit. */
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defineGenerator } from '@hut/kit';
import { toYeoman } from '@hut/kit/yeoman';
import { ignore } from '@hut/render';
import { openTestProject } from '@hut/testing';
import { add, anotherGenerator, type Tasks } from './another-generator.ts';
import { openEnvironment, type Environment } from './open-environment.ts';
import { openFolder, type Folder } from './open-folder.ts';
import { openSite, type Site } from './site.ts';

/** A commit renders once itself: what others did to hut.yaml until then counts. */
const renderingsOfACommit = 1;
const quick = { yes: true, install: false, git: false };

let folder: Folder;
let site: Site;
beforeEach(() => {
  folder = openFolder();
  site = openSite();
});
afterEach(() => folder.remove());

const yo = (answers: Record<string, unknown> = {}, at = ''): Environment =>
  openEnvironment(join(folder.root, at), site, answers);

/** Runs another generator that composes the builder (`shop`, unless told) and does the tasks. */
const compose = (tasks: Tasks, options: object = {}, env = yo()): Promise<void> =>
  env.run(
    anotherGenerator({
      ...tasks,
      async initializing() {
        await tasks.initializing?.call(this);
        await add(this, 'hut:site', ['shop'], { ...quick, ...options });
      },
    }),
  );

const build = (options: object = {}): Promise<void> =>
  yo().run('hut:site', ['shop'], { ...quick, ...options });

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
    const before = folder.files();
    folder.remove();
    folder = openFolder();
    await build({ withCache: 'memory' });
    expect({ ...before, 'shop/.env': '' }).toEqual({ ...folder.files(), 'shop/.env': '' });
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

describe('another generator in the same run', () => {
  it('edits our new file before the commit: its edit counts as the user’s', async () => {
    await compose({
      writing() {
        this.fs.write(this.destinationPath('shop/acme.txt'), 'acme\n');
      },
      conflicts() {
        const path = this.destinationPath('shop/app.py');
        this.fs.write(path, `${this.fs.read(path)}ACME = 1\n`);
      },
    });
    expect(folder.read('shop/app.py')).toMatch(/ACME = 1\n$/);
    expect(folder.read('shop/.hut/base/app.py')).not.toContain('ACME');
    expect(folder.read('shop/acme.txt')).toBe('acme\n');
    expect(folder.runs('shop')).toHaveLength(1);
    await yo({}, 'shop').run('hut:cache', [], { yes: true });
    expect(folder.read('shop/app.py')).toMatch(/"redis",\n\]\nACME = 1\n$/);
  });

  it('edits our file before it is rendered again: both are merged', async () => {
    await build();
    await compose(
      {
        initializing() {
          const path = this.destinationPath('shop/app.py');
          this.fs.write(path, `${this.fs.read(path)}ACME = 1\n`);
        },
      },
      { withCache: 'memory' },
    );
    expect(folder.read('shop/app.py')).toMatch(/"redis",\n\]\nACME = 1\n$/);
    expect(folder.runs('shop')).toHaveLength(2);
  });

  it('deletes our file: it stays deleted, and is no conflict', async () => {
    await build();
    await compose({
      writing() {
        this.fs.delete(this.destinationPath('shop/about.txt'));
      },
    });
    expect(folder.has('shop/about.txt')).toBe(false);
    const env = yo();
    await env.run('hut:site', ['shop'], { ...quick, description: 'more' });
    expect(folder.has('shop/about.txt')).toBe(false);
    expect(env.said()).toContain('about.txt  (you deleted it, it stays deleted)');
  });

  it('edits hut.yaml: the project is rendered from what it wrote', async () => {
    await build();
    await compose({
      conflicts() {
        const path = this.destinationPath('shop/hut.yaml');
        this.fs.write(
          path,
          this.fs.read(path)!.replace(/^description:.*$/m, 'description: theirs'),
        );
      },
    });
    expect(folder.read('shop/about.txt')).toBe('one\ntheirs\nthree\n');
    expect(folder.read('shop/hut.yaml')).toContain('description: theirs');
  });

  it('writes .env: its lines stay, and the missing secrets are added', async () => {
    await compose({
      writing() {
        this.fs.write(this.destinationPath('shop/.env'), 'ACME=1\n');
      },
    });
    expect(folder.read('shop/.env')).toMatch(/^ACME=1\nSECRET_KEY=[\w-]{43}\n$/);
    expect(statSync(join(folder.root, 'shop/.env')).mode & 0o777).toBe(0o600);
  });

  it('writes after the commit: that is a second commit, of its file alone', async () => {
    const env = yo();
    await compose(
      {
        end() {
          this.fs.write(this.destinationPath('shop/late.txt'), 'late\n');
        },
      },
      {},
      env,
    );
    expect(folder.read('shop/late.txt')).toBe('late\n');
    expect(folder.runs('shop')).toHaveLength(2);
    expect(env.said().match(/is written to/g)).toHaveLength(2);
  });

  it('writes bytes and programs as they are', async () => {
    folder.write('tool.sh', 'echo\n');
    chmodSync(join(folder.root, 'tool.sh'), 0o755);
    await compose({
      writing() {
        this.fs.write(this.destinationPath('shop/logo.png'), Buffer.from([0xff, 0xfe, 0]));
        this.fs.copy(this.destinationPath('tool.sh'), this.destinationPath('shop/tool.sh'));
      },
    });
    expect(statSync(join(folder.root, 'shop/logo.png')).size).toBe(3);
    expect(statSync(join(folder.root, 'shop/tool.sh')).mode & 0o111).not.toBe(0);
  });

  it('keeps the byte order mark that a user gave a file which it edits', async () => {
    await build();
    folder.write('shop/about.txt', `\uFEFF${folder.read('shop/about.txt')}`);
    await compose({
      writing() {
        const path = this.destinationPath('shop/about.txt');
        this.fs.write(path, `${this.fs.read(path)}acme\n`);
      },
    });
    expect(folder.read('shop/about.txt')).toMatch(/^\uFEFFone\n.*acme\n$/s);
  });

  it('may keep its answers where Yeoman keeps them', async () => {
    await compose({
      writing() {
        this.config.set('theirs', true);
      },
    });
    expect(folder.read('.yo-rc.json')).toContain('theirs');
  });

  it.each<[string, Tasks]>([
    [
      'fails while it writes',
      {
        writing() {
          this.fs.write(this.destinationPath('shop/acme.txt'), 'acme\n');
          throw new Error('acme failed');
        },
      },
    ],
    [
      'fails before the commit with an error of the system',
      {
        conflicts() {
          throw Object.assign(new Error('acme failed'), { code: 'ENOENT' });
        },
      },
    ],
  ])('%s: nothing is written', async (_, tasks) => {
    await expect(compose(tasks)).rejects.toThrow('acme failed');
    expect(folder.files()).toEqual({});
  });

  it('writes outside of the project: refused, and nothing is written', async () => {
    const run = compose({
      writing() {
        this.fs.write(this.destinationPath('acme.txt'), 'acme\n');
      },
    });
    await expect(run).rejects.toThrow(/acme\.txt, outside of the project/);
    expect(folder.files()).toEqual({});
  });
});

describe('conflicts', () => {
  const conflict = { yes: false, description: 'theirs' };
  const editTheSame = (): void => folder.edit('shop/about.txt', '\n\n', '\nmine\n');
  const before = 'one\nmine\nthree\n';

  beforeEach(async () => {
    await build();
    editTheSame();
  });

  it.each([
    ['mine', before],
    ['next', 'one\ntheirs\nthree\n'],
  ])('of our files are asked once, by our asker, and %s is what happens', async (choice, after) => {
    const env = yo({ choice, answer: 'yes' });
    await compose({}, conflict, env);
    expect(folder.read('shop/about.txt')).toBe(after);
    const asked = env.asked().filter(({ name }) => name === 'choice');
    expect(asked).toEqual([{ name: 'choice', message: 'about.txt' }]);
    const again = yo({ choice: 'abort', answer: 'yes' });
    await compose({}, conflict, again);
    expect(again.asked()).toEqual([]);
  });

  it('kept as mine keep what another generator did to the file as well', async () => {
    await compose(
      {
        conflicts() {
          const path = this.destinationPath('shop/about.txt');
          this.fs.write(path, `${this.fs.read(path)}acme\n`);
        },
      },
      { ...conflict, yes: true, onConflict: 'mine' },
    );
    expect(folder.read('shop/about.txt')).toBe(`${before}acme\n`);
  });

  it('left by the person leave everything as it was', async () => {
    const all = folder.files();
    await expect(compose({}, conflict, yo({ choice: 'abort' }))).rejects.toThrow('Aborted');
    expect(folder.files()).toEqual(all);
  });

  it('that a person does not want to write after all leave everything as it was', async () => {
    const all = folder.files();
    const run = compose({}, conflict, yo({ choice: 'next', answer: 'no' }));
    await expect(run).rejects.toThrow('Aborted');
    expect(folder.files()).toEqual(all);
  });

  it.each([
    [{ yes: true }, /about\.txt: /],
    [{ onConflict: 'stop' }, /about\.txt: /],
  ])('stop a run with %j, which writes nothing', async (options, message) => {
    const all = folder.files();
    await expect(compose({}, { ...conflict, ...options })).rejects.toThrow(message);
    expect(folder.files()).toEqual(all);
  });

  it.each([[{ onConflict: 'next', yes: true }], [{ force: true, yes: true }]])(
    'are decided beforehand with %j',
    async (options) => {
      const env = yo();
      await compose({}, { ...conflict, ...options }, env);
      expect(folder.read('shop/about.txt')).toBe('one\ntheirs\nthree\n');
      expect(env.asked()).toEqual([]);
    },
  );

  it('get markers when told so, and the next run waits until they are gone', async () => {
    await compose({}, { ...conflict, yes: true, onConflict: 'markers' });
    expect(folder.read('shop/about.txt')).toMatch(/^<{7}/m);
    await expect(build()).rejects.toThrow('Conflict markers stand in about.txt');
  });

  describe('of files of another generator', () => {
    const acme = (text: string): Tasks => ({
      writing() {
        this.fs.write(this.destinationPath('shop/notes.txt'), text);
      },
    });
    beforeEach(() => folder.write('shop/notes.txt', 'mine\n'));

    it.each([
      ['write', 'acme\n'],
      ['skip', 'mine\n'],
    ])('are asked by Yeoman’s resolver, and %s is what happens', async (action, after) => {
      const env = yo({ action, choice: 'mine', answer: 'yes' });
      await compose(acme('acme\n'), conflict, env);
      expect(folder.read('shop/notes.txt')).toBe(after);
      const questions = env.asked().map(({ name, message }) => `${name}: ${message}`);
      expect(questions.slice(0, 2)).toEqual([
        'choice: about.txt',
        expect.stringMatching(/^action: Overwrite .*notes\.txt/),
      ]);
    });

    it('abort everything when the person aborts', async () => {
      const all = folder.files();
      const run = compose(acme('acme\n'), conflict, yo({ action: 'abort', choice: 'next' }));
      await expect(run).rejects.toThrow('Process aborted by user');
      expect(folder.files()).toEqual(all);
    });

    it('stop a run in which nobody is to be asked, and name the file', async () => {
      const all = folder.files();
      await expect(compose(acme('acme\n'))).rejects.toThrow(/need a decision.*notes\.txt/s);
      expect(folder.files()).toEqual(all);
    });
  });
});
