/** The built package through the real `yo`. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder, type Folder } from './open-folder.ts';
import { install, type Installation, type Steps } from './yo.ts';

const quick = ['--no-install', '--no-git'];

describe('yo hut', () => {
  let installed: Installation;
  let folder: Folder;
  beforeAll(() => (installed = install()));
  afterAll(() => installed.remove());
  beforeEach(() => (folder = openFolder()));
  afterEach(() => folder.remove());

  const yo = (...args: string[]) => installed.yo(folder.root, args);

  it('makes the files that hut build makes, and nothing the second time, also from inside', () => {
    const result = yo('hut', 'shop', '--description', 'A 100% %s shop', ...quick);
    expect(result.output).toContain('shop is written to');
    expect(result.output).not.toContain('package.json');
    expect(result.exitCode).toBe(0);
    const made = folder.files();
    const inside = installed.yo(folder.root, ['hut', '--skip-install'], 'shop/app/core');
    expect(inside).toMatchObject({ exitCode: 0, output: expect.stringContaining('Nothing to do') });
    expect(folder.files()).toEqual(made);

    const other = openFolder();
    const hut = ['build', 'shop', '--description', 'A 100% %s shop', '--yes', ...quick];
    expect(installed.hut(other.root, hut).exitCode).toBe(0);
    expect(withoutSecrets(made)).toEqual(withoutSecrets(other.files()));
    other.remove();
  });

  it('grows a project as hut add does, whatever the words are', () => {
    const lines = [
      ['model', 'User', 'name', 'email:email:unique'],
      [
        'crud',
        'article',
        'title:str:120',
        'stock:int:default=-5',
        'code:private:optional',
        'by:User:cascade',
      ],
      ['field', 'Articles', 'kind:enum:a,b:default=a', '--unique', 'by,kind'],
      ['endpoint', 'User'],
      ['service', 'Payment'],
      ['auth', '--providers', 'google'],
      ['oauth', 'github'],
      ['protect', 'Article', '--owner', 'by', '--roles', 'admin'],
    ];
    const ownName = ['protect'];
    installed.hut(folder.root, ['build', 'shop', ...quick]);
    const other = openFolder();
    installed.hut(other.root, ['build', 'shop', ...quick]);
    for (const [id, ...words] of lines) {
      const grown = installed.yo(folder.root, [`hut:${id}`, ...words, '--yes'], 'shop');
      const written = expect.stringContaining('shop is written to') as string;
      expect(grown).toEqual({ exitCode: 0, output: written });
      const verb = ownName.includes(id!) ? [] : ['add'];
      const added = installed.hut(other.root, [...verb, id!, ...words, '-C', 'shop', '--yes']);
      expect(added).toMatchObject({ exitCode: 0 });
    }
    expect(withoutSecrets(folder.files())).toEqual(withoutSecrets(other.files()));
    other.remove();
  });

  it('asks for the fields of an entity in a terminal', () => {
    installed.hut(folder.root, ['build', 'shop', ...quick]);
    const steps: Steps = [
      ['Name of the entity', 'article\r'],
      ['A field', 'title:strng\r'],
      ['Did you mean string?', '\u0015title\r'],
      ['empty to finish', '\r'],
      ['Write this?', '\r'],
    ];
    const { exitCode, output } = installed.yoAnswered(folder.root, ['hut:model'], steps, 'shop');
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toContain('The same again: yo hut:model article title --yes');
    expect(folder.read('shop/hut.yaml')).toContain('Article:\n    fields:\n      title: string\n');
  });

  it('--dry-run writes nothing, not even the folder', () => {
    const { exitCode, output } = yo('hut', 'shop', '--dry-run');
    expect({ exitCode, files: folder.files(), has: folder.has('shop') }).toEqual({
      exitCode: 0,
      files: {},
      has: false,
    });
    expect(output).toContain('This would be written:');
  });

  it.each([
    [['shop', '--pyton', '3.12'], 'Unknown flag --pyton\nDid you mean --python?'],
    [['shop', '--python', '3.10'], '--python cannot be "3.10"'],
    [[], 'The folder of the new project is missing\nName it: yo hut shop.'],
  ])('refuses %j with one message and no stack, and writes nothing', (args, message) => {
    const { exitCode, output } = yo('hut', ...args);
    expect(output).toContain(message);
    expect(output).not.toMatch(/\n\s+at /);
    expect(output.split(message)).toHaveLength(2);
    expect({ exitCode, files: folder.files() }).toEqual({ exitCode: 1, files: {} });
  });

  it('refuses a folder that it may not write to', () => {
    mkdirSync(join(folder.root, 'closed'));
    chmodSync(join(folder.root, 'closed'), 0o555);
    const { exitCode, output } = yo('hut', 'closed/shop', ...quick);
    expect({ exitCode, files: folder.files() }).toEqual({ exitCode: 1, files: {} });
    expect(output).toMatch(/no permission to write/);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('refuses a conflict when its input is closed, and names the file', () => {
    installed.hut(folder.root, ['build', 'shop', ...quick]);
    folder.edit('shop/README.md', 'A FastAPI service', 'My own words');
    const before = folder.files();
    const { exitCode, output } = yo('hut', 'shop', '--description', 'Other words', ...quick);
    expect(output).toContain('1 file needs a decision, nothing was written\n  README.md:');
    expect({ exitCode, files: folder.files() }).toEqual({ exitCode: 1, files: before });
  });
});

/** `.env` is drawn anew on each machine. */
function withoutSecrets(files: Readonly<Record<string, string>>): object {
  return { ...files, 'shop/.env': files['shop/.env']!.replace(/=.*/g, '=') };
}
