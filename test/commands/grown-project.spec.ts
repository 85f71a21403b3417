/** The commands that grow a project: what each does, in every manner that the contract knows. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder, type Folder } from '../yeoman/open-folder.ts';
import { hutHere, type Ran } from './hut-here.ts';

describe('a project that is there', () => {
  let folder: Folder;
  let root: string;
  const hut = (line: string | readonly string[], at = root): Promise<Ran> => hutHere(line, at);
  const good = async (...lines: (string | readonly string[])[]): Promise<Ran[]> => {
    const ran: Ran[] = [];
    for (const line of lines) {
      ran.push(await hut(line));
      expect({ line, ...ran.at(-1) }).toMatchObject({ exitCode: 0, stderr: '' });
    }
    return ran;
  };
  const hutYaml = (): string => folder.read('shop/hut.yaml');

  const build = async (): Promise<void> => {
    folder = openFolder();
    root = join(folder.root, 'shop');
    const line = 'build shop --yes --no-install --no-git --quiet';
    expect(await hut(line, folder.root)).toMatchObject({ exitCode: 0 });
  };

  describe('is changed:', () => {
    beforeEach(build);
    afterEach(() => folder.remove());

    it('grows by every command, found from a folder below it and with -C', async () => {
      await good('add model User name', 'add resource Product name price:decimal:8,2');
      mkdirSync(join(root, 'app/own'));
      expect(await hut('add field product stock:int', join(root, 'app/own'))).toMatchObject({
        exitCode: 0,
      });
      expect(await hut('rename field Product.stock amount -C shop', folder.root)).toMatchObject({
        exitCode: 0,
      });
      await good('change field products amount bigint:default=0', 'add service Payment');
      expect(hutYaml()).toContain('amount: bigint:default=0\n    layers: endpoint');
      await good('rename model Product Ware', 'remove field Ware price amount --yes');
      await good('remove crud Ware --yes', 'remove service Payment', 'remove model User --yes');
      expect(hutYaml()).toContain('entities: {}\nservices: []\n');
    });

    it('says what is to be done next, once: the environment when pyproject.toml changed', async () => {
      const [set, again] = await good('set python 3.12', 'set python 3.12');
      expect(set!.stdout).toMatch(/\nNext\n {2}(uv sync|python3 -m venv .*)\n$/);
      expect(again!.stdout).toBe('Nothing to do: the project is as hut.yaml says.\n');
      const below = await hut('set python 3.13', join(root, 'app'));
      expect(below.stdout).toContain('Next\n  cd ..\n');
    });

    it('says that no data is moved to another database, by command and by hand', async () => {
      const sentence = 'No data is moved: what sqlite holds stays there, postgresql starts empty';
      const [dry] = await good('set database postgresql --dry-run');
      expect(dry!.stdout).toContain(sentence);
      folder.edit('shop/hut.yaml', 'database: sqlite', 'database: postgresql');
      const [sync, again] = await good('sync', 'sync');
      expect(sync!.stdout).toContain(sentence);
      expect(again!.stdout).not.toContain(sentence);
    });

    it('follows a hut.yaml that was edited by hand with hut sync, as with a command', async () => {
      const before = withoutHistory(folder.files());
      const tag = 'entities:\n  Tag:\n    fields:\n      name: string';
      folder.edit('shop/hut.yaml', 'entities: {}', tag);
      await good('sync');
      const byHand = withoutHistory(folder.files());
      await good('remove model Tag --yes');
      expect(withoutHistory(folder.files())).toEqual(before);
      await good('add model Tag name');
      expect(withoutHistory(folder.files())).toEqual(byHand);
    });

    it('has nothing left to do after a rename by hand', async () => {
      await good('add model Tag name text:string:80');
      folder.edit('shop/hut.yaml', 'name: string\n', 'label: string:was=name\n');
      const [sync] = await good('sync', 'sync --check');
      expect(sync!.stdout).toContain('docs/domain.md');
      expect(folder.read('shop/docs/domain.md') + hutYaml()).not.toContain('was=');
    });

    it('loses nothing that is stored unless somebody says yes', async () => {
      await good('add model Tag name');
      const before = folder.files();
      for (const line of ['remove field Tag.name', 'remove model Tag']) {
        const { exitCode, stderr } = await hut(line);
        expect({ exitCode, files: folder.files() }).toEqual({ exitCode: 3, files: before });
        expect(stderr).toMatch(/would lose what is stored: drops the .*\n.*--yes/);
        expect((await hut(`${line} --dry-run`)).stdout).toContain(
          'The migration loses what is stored',
        );
      }
    });

    it('answers in JSON: the command that repeats it, the files, what is next', async () => {
      const words = [
        'add',
        'model',
        'Tag',
        'name:string:40',
        '--unique',
        'name,created_at',
        '--json',
      ];
      const [{ stdout }] = (await good(words)) as [Ran];
      expect(JSON.parse(stdout)).toMatchObject({
        command: 'hut add model Tag name:string:40 --unique name,created_at',
        written: true,
        exitCode: 0,
        changes: expect.arrayContaining([
          expect.objectContaining({ path: 'hut.yaml', action: 'update' }),
        ]) as unknown,
        next: expect.any(Array) as unknown,
      });
      expect(folder.runs('shop')).toContain(
        'hut add model Tag name:string:40 --unique name,created_at',
      );
    });

    it('lists the conflicts of a refusal for programs', async () => {
      folder.edit('shop/README.md', 'A FastAPI service', 'My own words');
      const { exitCode, stdout } = await hut('set description Other --json');
      expect(JSON.parse(stdout)).toEqual({
        error: {
          id: 'conflict',
          message: expect.stringContaining('README.md: ') as string,
          hint: expect.any(String) as string,
          conflicts: [{ path: 'README.md', reason: 'both sides changed the same lines' }],
        },
        exitCode: 2,
      });
      expect(exitCode).toBe(2);
    });
  });

  describe('stays as it is:', () => {
    beforeAll(build);
    afterAll(() => folder.remove());

    it.each([
      'add model Tag name',
      'add crud Tag name',
      'add service Payment',
      'set description Other',
      'sync',
    ])('shows what hut %s would do with --dry-run, and is not written', async (line) => {
      const before = folder.files();
      for (const form of ['--dry-run', '-n', '--dry-run=diff', '--dry-run=json']) {
        const { exitCode, stdout, stderr } = await hut([...line.split(' '), form]);
        expect({
          exitCode,
          stderr,
          isShown: stdout.includes('hut.yaml') || line === 'sync',
        }).toEqual({
          exitCode: 0,
          stderr: '',
          isShown: true,
        });
      }
      expect(folder.files()).toEqual(before);
    });

    it('fails --check when a command would change it, and else does not', async () => {
      const before = folder.files();
      expect(await hut('add model Tag name --check')).toMatchObject({ exitCode: 1 });
      expect(await hut('sync --check')).toMatchObject({ exitCode: 0 });
      expect(folder.files()).toEqual(before);
    });

    it.each([
      ['add', /The generator is missing: .*\bcrud, resource, .*\nUsage: hut add <generator>/],
      ['add modle Tag', /Did you mean model/],
      [
        'add model',
        /The argument entity is missing.*\nUsage: hut add model <entity> \[fields\.\.\.\]/,
      ],
      ['add endpoint Tag Other', /Unknown argument Other\nUsage: hut add endpoint <entity>/],
      ['add field Tag.x --uniqe a,b', /Did you mean --unique/],
      ['add model Tag --unique', /argument missing/],
      ['add model Tag --unique a,b --unique c,d', /--unique is there twice/],
      ['add app', /hut add knows no app\nGenerators: .*\bcrud, resource/],
      ['change model Tag', /hut change knows no model\nGenerators: field\./],
      ['rename crud Tag', /hut rename knows no crud/],
      ['remove model Tag', /There is no entity Tag\nAdd it: hut add model Tag/],
      ['rename field Tag.name title', /There is no entity Tag/],
      ['set', /The argument key is missing.*\nUsage: hut set <key> <value>/],
      ['set python', /The argument value is missing/],
      ['set pyton 3.12', /Did you mean python\?/],
      ['set database mongodb', /mongodb is planned and not there yet/],
      ['sync now', /too many arguments/],
    ])('refuses hut %s, and stays as it is', async (line, message) => {
      const before = folder.files();
      const { exitCode, stderr } = await hut(line);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect({ exitCode, files: folder.files() }).toEqual({ exitCode: 3, files: before });
    });

    it.each(['add model Tag', 'remove crud Tag', 'set python 3.12', 'sync'])(
      'is needed by hut %s',
      async (line) => {
        const { exitCode, stderr } = await hut(line, folder.root);
        expect({ exitCode, stderr }).toEqual({
          exitCode: 3,
          stderr: expect.stringContaining('is in no hut project') as string,
        });
      },
    );

    it('shows in the help of a command its words and options', async () => {
      const [add, rename] = await good('add model --help', 'rename field --help');
      expect(add!.stdout).toContain('Usage: hut add model [options] <entity> [fields...]');
      expect(add!.stdout).toMatch(/--plural <text>[\s\S]*--dry-run/);
      expect(rename!.stdout).toContain('Usage: hut rename field [options] <entity> <field> <name>');
    });
  });
});

/** Migrations are made once, and tell how the project came to be what it is. */
function withoutHistory(files: Readonly<Record<string, string>>): object {
  const isHistory = (path: string): boolean =>
    /\/migrations\/versions\/|\/.hut\/(made|schema).yaml$/.test(path);
  return Object.fromEntries(Object.entries(files).filter(([path]) => !isHistory(path)));
}
