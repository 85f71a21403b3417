/** What another generator does in the same Yeoman run counts as the user's, and is in the same commit. */
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Tasks } from './another-generator.ts';
import { openBench, quick, type Bench } from './open-bench.ts';

let { folder, yo, compose, build } = {} as Bench;
beforeEach(() => void ({ folder, yo, compose, build } = openBench()));
afterEach(() => folder.remove());

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
