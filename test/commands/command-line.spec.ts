/** Options wherever people write them. */
import { openFolder, type Folder } from '../yeoman/open-folder.ts';
import { hutHere } from './hut-here.ts';

describe('the command line', () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = openFolder();
    await hutHere('build shop --yes --no-install --no-git --quiet', folder.root);
  });
  afterAll(() => folder.remove());

  it.each([
    'add model Tag name -C shop -n',
    '-C shop add model Tag name -n',
    '-n --cwd shop add model Tag name',
    'add -n -C shop model Tag name',
    '-C shop --on-conflict stop add -y model -n Tag name',
    'add model Tag name -yn -C shop',
    'add model -nyq Tag name -C shop --no-quiet',
    'add model Tag name -n=diff -C shop',
  ])('is read as it is meant: hut %s', async (line) => {
    const before = folder.files();
    const { exitCode, stdout, stderr } = await hutHere(
      line.replace(' --no-quiet', ''),
      folder.root,
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.includes('app/models/tag.py')).toBe(!line.includes('q '));
    expect(folder.files()).toEqual(before);
  });

  it('takes the word behind a feature without options for the folder', async () => {
    const { exitCode, stdout } = await hutHere(
      'build --with-mail post --yes --no-install -n',
      folder.root,
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain('app/mail/test.txt');
  });

  it.each([
    ['-n --josn add model Tag', /--josn/],
    ['-C', /unknown option|argument missing/],
    ['-C shop', /unknown option|missing/],
    ['-C nowhere add model Tag', /nowhere: there is no such folder/],
  ])('refuses hut %s', async (line, message) => {
    const { exitCode, stderr } = await hutHere(line, folder.root);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr: expect.stringMatching(message) as string,
    });
  });

  it.each([
    'nope',
    'status --nope',
    'why',
    'completion tcsh',
    'undo --on-conflict guess',
    'undo x',
  ])('says what to do next where it can not read the line: hut %s', async (line) => {
    const { exitCode, stderr } = await hutHere(line, folder.root);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^error: .*\n(.*\n)*\(hut help shows the commands\)\n$/);
  });

  it('leaves what stands behind -- as it is', async () => {
    const { stderr } = await hutHere('add model -C shop -- -yn', folder.root);
    expect(stderr).toContain('-yn');
  });
});
