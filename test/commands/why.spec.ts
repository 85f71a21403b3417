/** Where a line comes from: `hut why`. */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openShop, type Shop } from './open-shop.ts';

const model = 'app/models/article.py';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop('add model User name', 'add crud Article title:string:120 author:User');
});
afterEach(() => shop.remove());

/** The answer about the line that says a text, without its place. */
const whyOf = async (path: string, text: string): Promise<string> => {
  const place = `${path}:${shop.lineOf(path, text)}`;
  const answer = await shop.done(['why', place]);
  expect(answer.startsWith(`${place} `)).toBe(true);
  return answer.slice(place.length + 1);
};

describe('hut why', () => {
  it('names generator, template and what asks for it, of a whole file', async () => {
    expect(await shop.done(`why ${model}`)).toBe(
      `${model} is rendered by model\n  template fastapi/model/@models/[entity].py\n  asked for by entities.Article (hut.yaml)\n`,
    );
    expect(await shop.done('why main.py', 'app')).toBe(
      'app/main.py is rendered by app\n  template fastapi/all/app/main.py\n',
    );
  });

  it('names the field that asks for a line', async () => {
    expect(await whyOf(model, 'title: Mapped[str]')).toContain(
      '\n  asked for by entities.Article.fields.title: string:120 (hut.yaml)\n',
    );
  });

  it('names the key of hut.yaml whose value stands in a line', async () => {
    expect(await whyOf('pyproject.toml', 'requires-python')).toContain('rendered by app\n');
    expect(await whyOf('app/about.py', 'NAME = ')).toContain('rendered by app\n');
  });

  it('names the generator that contributed a line to a file of another one', async () => {
    expect(await whyOf('app/factory.py', 'import router as articles_router')).toBe(
      [
        'is rendered by app',
        '  template fastapi/all/app/factory.py',
        '  from endpoint: router "app.api.v1.articles"',
        '  asked for by entities.Article.layers: endpoint (hut.yaml)\n',
      ].join('\n'),
    );
    expect(await whyOf('app/core/settings.py', '    log_level:')).toContain(
      '  from app: setting "log_level"',
    );
  });

  it('says that a line is the user’s, in our file and in one of their own', async () => {
    shop.edit('app/main.py', 'app = create_app()', 'app = create_app()\napp.state.mine = True');
    shop.write('app/mine.py', 'MINE = True\n');
    expect(await whyOf('app/main.py', 'mine = True')).toBe(
      'is yours: you wrote it into a file that app renders\n',
    );
    expect(await whyOf('app/main.py', 'app = create_app()')).toContain('is rendered by app\n');
    expect(await whyOf('app/mine.py', 'MINE')).toBe('is yours: hut does not render it\n');
  });

  it('finds a line that was moved, indented, quoted otherwise, or stands in CRLF', async () => {
    const path = 'app/factory.py';
    const moved = 'from app.api.v1.articles import router as articles_router\n';
    shop.edit(path, moved, '');
    shop.edit(path, 'ErrorHandler = ', `if True:\n    ${moved}\nErrorHandler = `);
    shop.write(path, shop.read(path).replaceAll('\n', '\r\n'));
    expect(await whyOf(path, 'articles_router\r')).toContain('  from endpoint: router ');
    shop.edit(model, '__tablename__ = "articles"', "__tablename__ = 'articles'");
    expect(await whyOf(model, '__tablename__')).toContain('is rendered by model\n');
  });

  it('says of a line, and of a file, that hut.yaml no longer asks for it', async () => {
    shop.edit('hut.yaml', '      title: string:120\n', '');
    expect(await whyOf(model, 'title: Mapped[str]')).toMatch(/no longer asks for it: hut sync\n$/);
    const whole = shop.read('hut.yaml');
    shop.write('hut.yaml', whole.replace(/ {2}Article:\n( {4}.*\n)+/, ''));
    expect(await shop.done(`why ${model}`)).toMatch(/no longer asks for it: hut sync\n$/);
  });

  it('says which run made a file once, and whether it was edited since', async () => {
    const path = 'migrations/versions/0002_add_article.py';
    const made = `${path} was made once, and is yours since: hut never writes it again\n  made by hut add crud Article title:string:120 author:User (run 000003)\n`;
    expect(await shop.done(`why ${path}`)).toBe(made);
    shop.write(path, `${shop.read(path)}# mine\n`);
    expect(await shop.done(`why ${path}`)).toBe(`${made}  edited by you\n`);
    rmSync(join(shop.root, '.hut/runs'), { recursive: true });
    expect(await shop.done(`why ${path}`)).toBe(
      `${path} was made once by hut, and is yours since: hut never writes it again\n  edited by you\n`,
    );
  });

  it('knows hut.yaml, .env, and what hut keeps for itself', async () => {
    expect(await shop.done('why hut.yaml:1')).toBe(
      'hut.yaml:1 is yours: all that hut renders follows from it\n',
    );
    expect(await shop.done('why .env')).toMatch(/^.env is yours: hut adds what it lacks/);
    const record = '.hut/made/migrations/versions/0002_add_article.py.made';
    for (const path of [record, '.hut/base/app/main.py', '.hut/base/.gitignore.base'])
      expect(await shop.done(`why ${path}`)).toMatch(/ is what hut keeps for itself: commit it/);
  });

  it('says what became of a file besides', async () => {
    rmSync(join(shop.root, 'AGENTS.md'));
    await shop.done('own app/main.py');
    expect(await shop.done('why AGENTS.md')).toMatch(/\n {2}deleted by you: it stays deleted\n$/);
    expect(await shop.done('why app/main.py:1')).toMatch(/\n {2}yours by own: in hut.yaml/);
  });

  it('takes a name that looks like a line for the file that is there', async () => {
    shop.write('app/ünï code/a:7', 'mine\n');
    expect(await shop.done(['why', 'app/ünï code/a:7'])).toContain('a:7 is yours');
    expect(await shop.done(['why', 'app/ünï code/a:7:1'])).toContain('a:7:1 is yours');
  });

  it.each([
    ['why nope.py', 'no-file', 'There is no file nope.py'],
    ['why app/mian.py:3', 'no-file', 'Did you mean app/main.py?'],
    ['why app', 'no-file', 'app is a folder, and no file\nName a file in it: app/__init__.py'],
    ['why .', 'no-file', 'The project is a folder'],
    ['why AGENTS.md:1', 'no-file', 'There is no file AGENTS.md'],
    ['why mine', 'no-file', 'There is no file mine'],
    ['why app/main.py:0', 'no-line', 'app/main.py has no line 0: it ends with line'],
    ['why app/main.py:999', 'no-line', 'app/main.py has no line 999'],
    ['why app/main.py:99999999999999999999', 'no-line', 'app/main.py has no line'],
    ['why app/main.py:-1', 'no-file', 'There is no file app/main.py:-1'],
    ['why app/bin.py:1', 'unreadable', 'app/bin.py cannot be read: it is not UTF-8 text'],
    ['why ../x:1', 'outside-path', 'is not in the project'],
    ['why', 'usage', 'missing required argument'],
  ])('refuses hut %s: %s', async (line, id, message) => {
    mkdirSync(join(shop.root, 'mine'));
    shop.write('app/bin.py', Buffer.from([0xff, 0xfe]));
    rmSync(join(shop.root, 'AGENTS.md'));
    const { exitCode, stderr } = await shop.hut(line);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr: expect.stringContaining(message) as string,
    });
    expect(await shop.json(line)).toMatchObject({ error: { id } });
  });

  it('looks through a link, and at a file of many lines', async () => {
    symlinkSync('main.py', join(shop.root, 'app/link.py'));
    expect(await shop.done('why app/link.py:1')).toContain('is yours');
    shop.write('app/main.py', shop.read('app/main.py') + 'x = 1\n'.repeat(50_000));
    expect(await shop.done('why app/main.py:50000')).toContain('is yours');
  });

  it('is one document with --json', async () => {
    const nothing = { state: null, generator: null, template: null, run: null };
    const line = shop.lineOf(model, 'title: Mapped[str]');
    expect(await shop.json(`why ${model}:${line}`)).toEqual({
      path: model,
      line,
      owner: 'hut',
      state: 'pristine',
      generator: 'model',
      template: 'fastapi/model/@models/[entity].py',
      run: null,
      contributions: [],
      asked: ['entities.Article.fields.title: string:120'],
    });
    expect(await shop.json('why hut.yaml')).toEqual({
      ...{ path: 'hut.yaml', line: null, owner: 'you', contributions: [], asked: [] },
      ...nothing,
    });
    expect(await shop.json('why migrations/versions/0001_initial.py')).toMatchObject({
      owner: 'once',
      state: 'pristine',
      run: { id: '000002', command: 'hut add model User name' },
    });
  });
});
