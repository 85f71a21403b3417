/** `hut undo`: what a run did is taken back, and what people did since stays. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder, type Folder } from '../yeoman/open-folder.ts';
import { hutHere, type Ran } from './hut-here.ts';

describe('hut undo', () => {
  let folder: Folder;
  let root: string;
  const hut = (line: string, at = root): Promise<Ran> => hutHere(line, at);
  const good = async (...lines: string[]): Promise<Ran> => {
    let ran: Ran | undefined;
    for (const line of lines) {
      ran = await hut(line);
      expect({ line, ...ran }).toMatchObject({ exitCode: 0, stderr: '' });
    }
    return ran!;
  };
  const files = () => folder.files();

  beforeEach(async () => {
    folder = openFolder();
    root = join(folder.root, 'shop');
    await hut('build shop --yes --no-install --no-git --quiet', folder.root);
  });
  afterEach(() => folder.remove());

  it.each([
    ['an entity', [], 'add crud Product name price:decimal:8,2'],
    ['a field', ['add crud Product name'], 'add field Product stock:int'],
    ['a rename', ['add crud Product name'], 'rename model Product Ware'],
    ['a renamed field', ['add crud Product name'], 'rename field Product name title'],
    ['a removal', ['add crud Product name'], 'remove crud Product --yes'],
    ['a value of hut.yaml', [], 'set python 3.12'],
    ['a file that became the user’s', [], 'own app/main.py'],
  ])('brings every byte back: %s', async (_, before, line) => {
    await good(...before);
    const old = files();
    await good(line);
    expect(files()).not.toEqual(old);
    const { stdout } = await good('undo');
    expect(files()).toEqual(old);
    expect(stdout).toContain(`Takes back: hut ${line.replace(' --yes', '')}`);
  });

  it('goes further back each time, and says so in the log', async () => {
    const start = files();
    await good('set python 3.12', 'set python 3.13', 'undo', 'undo');
    expect(files()).toEqual(start);
    const { stdout } = await good('log');
    expect(
      stdout.split('\n').map((line) => line.replace(/^(\d+) {2}[\d-]+ [\d:]+/u, '$1')),
    ).toEqual([
      '000005  hut undo  (4 files; takes back 000002)',
      '000004  hut undo  (4 files; takes back 000003)',
      '000003  hut set python 3.13  (4 files; taken back)',
      '000002  hut set python 3.12  (4 files; taken back)',
      '000001  hut build shop  (50 files)',
      '',
    ]);
  });

  it('keeps what was edited since, and takes back the rest of the file', async () => {
    await good('add crud Product name');
    folder.edit(
      'shop/app/models/product.py',
      '    name:',
      '    # the name on the label\n    name:',
    );
    const edited = folder.read('shop/app/models/product.py');
    await good('add field Product stock:int');
    folder.edit('shop/app/models/product.py', 'from app.db', 'import logging\n\nfrom app.db');
    await good('undo');
    expect(folder.read('shop/app/models/product.py')).toBe(
      edited.replace('from app.db', 'import logging\n\nfrom app.db'),
    );
  });

  it('takes a renamed file back to its old name with the method that was written since', async () => {
    await good('add crud Product name');
    const old = folder.read('shop/app/services/product_service.py');
    await good('rename model Product Ware');
    const method = '\n    async def count(self) -> int:\n        return 1\n';
    folder.write(
      'shop/app/services/ware_service.py',
      folder.read('shop/app/services/ware_service.py') + method,
    );
    await good('undo');
    expect(folder.has('shop/app/services/ware_service.py')).toBe(false);
    expect(folder.read('shop/app/services/product_service.py')).toBe(old + method);
  });

  it('is refused where both changed a line, unless it is told what to do', async () => {
    await good('add crud Product name', 'add field Product stock:int');
    folder.edit('shop/app/models/product.py', 'stock: Mapped[int]', 'stock: Mapped[int] # mine');
    const edited = files();
    const refused = await hut('undo');
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(refused.stderr).toContain('app/models/product.py');
    expect(files()).toEqual(edited);
    await good('undo --on-conflict mine');
    expect(folder.read('shop/app/models/product.py')).toContain('# mine');
    expect(folder.read('shop/hut.yaml')).not.toContain('stock');
  });

  it('keeps deleted what was deleted since', async () => {
    await good('add crud Product name', 'add field Product stock:int');
    rmSync(join(root, 'tests/factories/product.py'));
    await good('undo');
    expect(folder.has('shop/tests/factories/product.py')).toBe(false);
  });

  it('brings back an edit that was given up for what hut renders', async () => {
    folder.edit(
      'shop/pyproject.toml',
      'requires-python = ">=3.11"',
      'requires-python = ">=3.11.4"',
    );
    const old = files();
    await good('set python 3.12 --on-conflict next');
    expect(folder.read('shop/pyproject.toml')).not.toContain('3.11.4');
    await good('undo');
    expect(files()).toEqual(old);
  });

  it('leaves a hut.yaml that was edited since with its edit', async () => {
    await good('set python 3.12');
    folder.edit('shop/hut.yaml', 'ids: uuid', 'ids: int');
    await good('undo');
    expect(folder.read('shop/hut.yaml')).toMatch(/python: "3.11"[^]*ids: int/u);
  });

  it('makes the inverse migration where the first one is relied on', async () => {
    await good('add crud Product name', 'rename field Product.name title');
    const [file] = migrations().slice(-1);
    folder.edit(`shop/${file!}`, '"""Rename', '"""Looked through. Rename');
    const kept = folder.read(`shop/${file!}`);
    const { stdout } = await good('undo');
    expect(stdout).not.toContain('loses what is stored');
    expect(folder.read(`shop/${file!}`)).toBe(kept);
    expect(folder.read(`shop/${migrations().at(-1)!}`)).toContain('new_column_name="name"');
    expect(folder.read('shop/app/models/product.py')).toContain('    name: Mapped[str]');
    expect((await good('sync')).stdout).toContain('Nothing to do');
  });

  it.each([
    ['is gone', (image: string) => rmSync(image)],
    ['was cut', (image: string) => writeFileSync(image, '')],
  ])('is refused where what it would bring back %s', async (_, breakIt) => {
    await good('add crud Product name');
    const images = join(root, '.hut/runs/000002/before');
    breakIt(join(images, readdirSync(images)[0]!));
    const before = files();
    const { exitCode, stderr } = await hut('undo --yes');
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/held before it is gone, or is not what was stored\nTake the run back/);
    expect(files()).toEqual(before);
  });

  it('is refused when the base is not what the run left', async () => {
    await good('set python 3.12');
    folder.write('shop/.hut/base/pyproject.toml', 'pulled = true\n');
    const old = files();
    const { exitCode, stderr } = await hut('undo');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('.hut/base/pyproject.toml is not what it left');
    expect(files()).toEqual(old);
  });

  it('shows what it would do, and writes nothing, under --dry-run', async () => {
    await good('set python 3.12');
    const old = files();
    expect((await good('undo --dry-run')).stdout).toContain('Updated (4)');
    expect(JSON.parse((await good('undo --dry-run=json')).stdout)).toMatchObject({
      command: 'hut undo',
      written: false,
    });
    expect(await hut('undo --dry-run --check')).toMatchObject({ exitCode: 1 });
    expect(files()).toEqual(old);
  });

  it('takes a whole project back, and then there is none', async () => {
    await good('undo');
    expect(files()).toEqual({});
    expect(await hut('undo')).toMatchObject({ exitCode: 3 });
    expect(await hut('build shop --yes --no-install --no-git --quiet', folder.root)).toMatchObject({
      exitCode: 0,
    });
  });

  it('has nothing to take back after a fresh clone', async () => {
    rmSync(join(root, '.hut/runs'), { recursive: true });
    const { exitCode, stderr } = await hut('undo');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('There is no run to take back');
  });

  function migrations(): readonly string[] {
    return Object.keys(files())
      .filter((path) => /^shop\/migrations\/versions\/\d/u.test(path))
      .map((path) => path.slice('shop/'.length));
  }
});
