/** However a project came to its hut.yaml, it is the same: at once, step by step, in any order, there and back. */
import { join } from 'node:path';
import { lookup } from '../../generators/lookup.ts';
import { quick } from '../yeoman/open-bench.ts';
import { openEnvironment } from '../yeoman/open-environment.ts';
import { openFolder, type Folder } from '../yeoman/open-folder.ts';
import { hutHere } from './hut-here.ts';

type Files = Readonly<Record<string, string>>;

/** Migrations are made once, and tell how the project came to be what it is; secrets are drawn. */
function rendered(files: Files): Files {
  const isHistory = /\/migrations\/versions\/\d|\/\.hut\/(made|schema)\.yaml$|\/\.env$/;
  return Object.fromEntries(Object.entries(files).filter(([path]) => !isHistory.test(path)));
}

describe('a project with entities', () => {
  const folders: Folder[] = [];
  const removeAll = (): void => folders.splice(0).forEach((folder) => folder.remove());

  const built = async (...more: string[]): Promise<Folder> => {
    const folder = openFolder();
    folders.push(folder);
    await hut(folder, '', ['build', 'shop', '--no-install', '--no-git', ...more].join(' '));
    return folder;
  };
  const hut = async (folder: Folder, at: string, line: string): Promise<string> => {
    const ran = await hutHere([...line.split(' '), '--yes'], join(folder.root, at));
    expect({ line, ...ran }).toMatchObject({ exitCode: 0, stderr: '' });
    return ran.stdout;
  };
  const grown = async (...lines: string[]): Promise<Folder> => {
    const folder = await built();
    for (const line of lines) await hut(folder, 'shop', line);
    return folder;
  };
  const builtFrom = async (hutYaml: string): Promise<Folder> => {
    const source = openFolder();
    folders.push(source);
    source.write('hut.yaml', hutYaml);
    return built('--from', join(source.root, 'hut.yaml'));
  };
  const filesOf = (folder: Folder): Files => rendered(folder.files());

  const steps = [
    'add model User name:string:80 email:email:unique secret:optional:private',
    'add crud Article title:string:120 body:text:optional author:User:cascade:as=articles --index author,title',
    'add model Tag name:slug:unique',
    'add field Article tags:Tag:many status:enum:draft,published:default=draft',
    'add endpoint users',
    'add repository Tag',
    'add endpoint Article --embed author,tags',
    'add service Payment',
  ] as const;

  describe('wherever its hut.yaml comes from,', () => {
    afterEach(removeAll);

    it('is the same grown step by step as built at once', async () => {
      const folder = await grown(...steps);
      const atOnce = await builtFrom(folder.read('shop/hut.yaml'));
      expect(filesOf(folder)).toEqual(filesOf(atOnce));
    });

    it('is the same in another order of the commands', async () => {
      const [user, article, tag, field, users, tags, embed, service] = steps;
      const other = await grown(service, tag, tags, user, users, article, field, embed);
      expect(filesOf(other)).toEqual(filesOf(await grown(...steps)));
    });

    it('is the same through yo as through hut', async () => {
      const folder = await built();
      for (const line of steps) {
        const [, id, ...words] = line.split(' ');
        const { args, flag, value } = split(words);
        const options = flag === undefined ? quick : { ...quick, [flag.slice(2)]: value };
        await openEnvironment(join(folder.root, 'shop'), { lookup }).run(
          `hut:${id!}`,
          args,
          options,
        );
      }
      const other = await grown(...steps);
      expect(filesOf(folder)).toEqual(filesOf(other));
      expect(Object.keys(folder.files())).toEqual(Object.keys(other.files()));
    });

    it('is the same renamed, changed and cut down as built so at once', async () => {
      const folder = await grown(
        ...steps,
        'rename model Article Post',
        'rename field Post.title headline',
        'rename model User Person',
        'change field Post.headline string:200:index',
        'change field Person.name text',
        'remove field Person.secret',
        'remove service Payment',
      );
      const atOnce = await builtFrom(folder.read('shop/hut.yaml'));
      expect(filesOf(folder)).toEqual(filesOf(atOnce));
      expect(folder.read('shop/hut.yaml')).not.toMatch(/was|Article|User|title/);
    });

    it('keeps what a person wrote through a rename, and names the lines that say the old name', async () => {
      const folder = await grown(...steps);
      const service = 'shop/app/services/article_service.py';
      const rule =
        '\n    def teaser(self, article: Article) -> str:\n        return article.title[:40]\n';
      folder.write(service, `${folder.read(service).trimEnd()}\n${rule}`);
      const output = await hut(folder, 'shop', 'rename field Article.title headline');
      expect(folder.read(service)).toContain('article.title[:40]');
      expect(output).toMatch(
        /Still says a name that is gone\n {2}app\/services\/article_service\.py:\d+: title/,
      );
    });
  });

  describe('there and back', () => {
    let folder: Folder;
    beforeAll(async () => (folder = await grown(steps[0], steps[2], 'set description hut')));
    afterAll(removeAll);

    it.each([
      ['add model Room name', 'remove model rooms'],
      ['add field User phone:string:optional age:int:default=0', 'remove field User phone age'],
      ['add schema Tag', 'remove schema Tag'],
      ['add repository Tag', 'remove repository Tag'],
      ['add service Tag', 'remove service Tag'],
      ['add service Mail', 'remove service Mail'],
      ['add endpoint Tag', 'remove endpoint Tag'],
      ['add crud Tag', 'remove crud Tag'],
      ['add crud Room name host:User', 'remove crud Room'],
      ['rename field User.name label', 'rename field User.label name'],
      ['rename model Tag Label', 'rename model Label Tag'],
      ['change field User.name text', 'change field User.name string:80'],
      ['set database postgresql', 'set database sqlite'],
      ['set description Other', 'set description hut'],
    ])('is after hut %s and hut %s what it was', async (there, back) => {
      const before = filesOf(folder);
      await hut(folder, 'shop', there);
      expect(filesOf(folder)).not.toEqual(before);
      await hut(folder, 'shop', back);
      expect(filesOf(folder)).toEqual(before);
    });
  });

  describe('of names that are no plain plurals', () => {
    afterAll(removeAll);

    it('has the files and tables that English has', async () => {
      const names = ['bus', 'analysis', 'person', 'company', 'address', 'HTTPLog'];
      const folder = await grown(...names.map((name) => `add crud ${name} code`));
      const files = folder.files();
      for (const [one, many] of [
        ['bus', 'buses'],
        ['analysis', 'analyses'],
        ['person', 'people'],
        ['company', 'companies'],
        ['address', 'addresses'],
        ['http_log', 'http_logs'],
      ] as const) {
        expect(files[`shop/app/models/${one}.py`]).toContain(`__tablename__ = "${many}"`);
        expect(files).toHaveProperty([`shop/app/api/v1/${many}.py`]);
        await hut(folder, 'shop', `remove crud ${many}`);
      }
      expect(filesOf(folder)).toEqual(filesOf(await built()));
    });
  });
});

interface Split {
  readonly args: readonly string[];
  readonly flag?: string;
  readonly value?: string;
}

/** The words and the one option of a line. */
function split(words: readonly string[]): Split {
  const first = words.findIndex((word) => word.startsWith('--'));
  if (first === -1) return { args: words };
  return { args: words.slice(0, first), flag: words[first]!, value: words[first + 1]! };
}
