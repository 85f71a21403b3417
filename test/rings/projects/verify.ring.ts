/** `--verify`: the project's own tools look at what would be written, before it is written. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import {
  pythonEnvironment,
  requireBuiltHut,
  requireUv,
  runHut,
  runTool,
  type CommandResult,
} from '@hut/testing';
import { lookup } from '../../../generators/lookup.ts';
import { isRunning } from '../../is-running.ts';
import { openEnvironment } from '../../yeoman/open-environment.ts';

const minutes = 60_000;

/** A project of its own, and a folder for what a verification makes meanwhile. */
interface Bench {
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly hut: (line: string, environment?: NodeJS.ProcessEnv) => CommandResult;
  readonly write: (path: string, text: string) => void;
  readonly edit: (path: string, from: string, to: string) => void;
  /** Every file of the project but those of its environment, and what it says. */
  readonly tree: () => ReadonlyMap<string, string>;
  /** What verifications left behind. */
  readonly left: () => readonly string[];
  readonly remove: () => void;
}

function openBench(): Bench {
  const parent = mkdtempSync(join(tmpdir(), 'hut-bench-'));
  const [root, temporary] = [join(parent, 'shop'), join(parent, 'temporary')];
  mkdirSync(temporary);
  const environment = {
    ...pythonEnvironment(),
    TMPDIR: temporary,
    MYPY_CACHE_DIR: join(parent, 'mypy'),
    PATH: [dirname(requireUv()), process.env.PATH].join(delimiter),
  };
  const hut = (line: string, further: NodeJS.ProcessEnv = {}): CommandResult =>
    runHut(line.split(' '), root, { ...environment, ...further });
  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
  runHut(['build', 'shop', '--yes', '--no-install', '--no-git'], parent);
  hut('add crud Article title:string:120 --yes');
  return {
    root,
    environment,
    hut,
    write,
    edit: (path, from, to) => {
      const text = readFileSync(join(root, path), 'utf8');
      expect(text).toContain(from);
      write(
        path,
        text.replace(from, () => to),
      );
    },
    tree: () => {
      const entries = readdirSync(root, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !/\/(\.venv|__pycache__)\//.test(path));
      return new Map(files.map((path) => [path, readFileSync(path, 'latin1')]));
    },
    left: () => readdirSync(temporary),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

describe('with the tools of the project', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = openBench();
    runTool(requireUv(), ['sync', '--quiet', '--compile-bytecode'], bench.root);
    // The tests of the project have specs of their own: here they need not all be run.
    for (const name of readdirSync(join(bench.root, 'tests')))
      if (/^test_(?!articles)/.test(name)) rmSync(join(bench.root, 'tests', name));
  }, 5 * minutes);
  afterAll(() => bench.remove());
  afterEach(() => {
    for (const path of ['app/numbers.py', 'app/headings.py'])
      rmSync(join(bench.root, path), { force: true });
  });

  /** A run that is refused at a level, and passes the one before it. Nothing is written, nothing is left. */
  function expectRefusal(
    line: string,
    { level, before, said }: { level: string; before: string | null; said: RegExp },
  ): void {
    const tree = bench.tree();
    if (before !== null)
      expect(bench.hut(`${line} --yes --verify ${before} --dry-run`)).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining(`Passes the checks of the project: ${before}`) as string,
      });
    const { exitCode, stdout } = bench.hut(`${line} --yes --verify tests --json`);
    const { error } = JSON.parse(stdout) as {
      error: { id: string; message: string; failed: { level: string; output: string } };
    };
    expect([exitCode, error.id, error.failed.level]).toEqual([6, 'verify', level]);
    expect(error.failed.output).toMatch(said);
    expect(error.message).toContain('nothing was written');
    expect(bench.tree()).toEqual(tree);
    expect(bench.left()).toEqual([]);
  }

  it(
    'a merge that does not parse is refused at syntax',
    () => {
      bench.edit('app/about.py', 'DESCRIPTION = "A FastAPI service"', 'DESCRIPTION = "Ours"');
      expectRefusal('set description Theirs --on-conflict markers', {
        level: 'syntax',
        before: null,
        said: /SyntaxError/,
      });
      bench.edit('app/about.py', 'DESCRIPTION = "Ours"', 'DESCRIPTION = "A FastAPI service"');
    },
    minutes,
  );

  it(
    'what needs other packages is checked in an environment that is made for it',
    () => {
      const ran = bench.hut('set database postgresql --yes --dry-run --verify lint');
      expect(ran).toMatchObject({ exitCode: 0 });
      expect(ran.stderr).toContain('Making an environment for the checks (uv) ...');
      expect(ran.stdout).toContain('Passes the checks of the project: lint');
      expect(bench.left()).toEqual([]);
    },
    5 * minutes,
  );

  it(
    'a line that is not formatted is refused at lint',
    () => {
      bench.write('app/numbers.py', "NUMBERS = [1,2]\nNAME = 'shop'\n");
      expectRefusal('add field Article stock:int', {
        level: 'lint',
        before: 'syntax',
        said: /reformatted[^]*app\/numbers\.py/,
      });
    },
    2 * minutes,
  );

  it(
    'code that names what the run renames is refused at types: the staged copy is what is checked',
    () => {
      bench.write(
        'app/headings.py',
        [
          'from app.models.article import Article',
          '',
          '',
          'def heading(article: Article) -> str:',
          '    return article.title.upper()',
          '',
        ].join('\n'),
      );
      expectRefusal('rename field Article.title headline', {
        level: 'types',
        before: 'lint',
        said: /"Article" has no attribute "title"/,
      });
    },
    3 * minutes,
  );

  const testOfFields = (fields: readonly string[]): string =>
    [
      'from app.schemas.article import ArticleCreate',
      '',
      '',
      'def test_fields() -> None:',
      `    assert sorted(ArticleCreate.model_fields) == [${fields.map((name) => `"${name}"`).join(', ')}]`,
      '',
    ].join('\n');

  it(
    'a test that what is written breaks is refused at tests, and one that it mends lets it through',
    () => {
      bench.write('tests/test_fields.py', testOfFields(['title']));
      expectRefusal('add field Article subtitle:string:optional', {
        level: 'tests',
        before: null,
        said: /test_fields/,
      });
      bench.write('tests/test_fields.py', testOfFields(['subtitle', 'title']));
      const ran = bench.hut('add field Article subtitle:string:optional --yes --verify tests');
      expect(ran).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining('Passes the checks of the project: tests') as string,
      });
      expect(ran.stderr).toContain('Checking tests: pytest ...');
      expect(readFileSync(join(bench.root, 'app/models/article.py'), 'utf8')).toContain('subtitle');
      expect(bench.left()).toEqual([]);
    },
    4 * minutes,
  );
});

describe('with tools that are not there, or wait', () => {
  let bench: Bench;
  beforeEach(() => (bench = openBench()));
  afterEach(() => bench.remove());

  /** The interpreter of the project, as a script of the shell. */
  function putPython(script: string): void {
    mkdirSync(join(bench.root, '.venv/bin'), { recursive: true });
    bench.write('.venv/pyvenv.cfg', '');
    bench.write('.venv/bin/python', `#!/bin/sh\n${script}\n`);
    chmodSync(join(bench.root, '.venv/bin/python'), 0o755);
  }

  it('the copy has what the project has, as it would be, without what is no part of it', () => {
    const seen = join(dirname(bench.root), 'seen');
    putPython(
      `{ pwd; echo "$PYTHONPATH"; find . | sort; cat .env; stat -c %a .env; grep nickname app/models/article.py; } > ${seen}`,
    );
    for (const folder of ['.git', '__pycache__', '.some_cache', 'old', 'notes'])
      mkdirSync(join(bench.root, folder));
    const marked = ['.git/HEAD', '.some_cache/CACHEDIR.TAG', 'old/pyvenv.cfg', '__pycache__/a.pyc'];
    for (const path of [...marked, 'shop.db', 'notes/kept.db', 'notes/mine.txt'])
      bench.write(path, '');
    bench.write('.env', 'MINE=1\n');
    chmodSync(join(bench.root, '.env'), 0o600);
    symlinkSync('notes', join(bench.root, 'link'));
    const ran = bench.hut('add field Article nickname:string:optional --yes --verify syntax');
    expect(ran.exitCode).toBe(0);
    const [folder, first, ...lines] = readFileSync(seen, 'utf8').trimEnd().split('\n');
    expect(folder).toMatch(/\/temporary\/hut-verify-\w+\/copy\/shop$/);
    expect(first!.split(delimiter)[0]).toBe(folder);
    expect(lines).toEqual(
      expect.arrayContaining(['./notes/mine.txt', './notes/kept.db', './link', 'MINE=1', '600']),
    );
    expect(lines.at(-1)).toContain('nickname: Mapped');
    const absent = /^\.\/(\.git|\.hut|\.venv|__pycache__|\.some_cache|old|shop\.db)(\/|$)/;
    expect(lines.filter((line) => absent.test(line))).toEqual([]);
    expect(bench.left()).toEqual([]);
  });

  it('no Python and nothing that brings one is refused with the line that installs it', () => {
    const tree = bench.tree();
    const nowhere = { PATH: join(bench.root, 'nothing') };
    const ran = bench.hut('add field Article stock:int --yes --verify syntax', nowhere);
    expect(ran.exitCode).toBe(3);
    expect(ran.stderr).toMatch(/Install uv .*astral\.sh\/uv\/install.* or leave --verify out/);
    expect(bench.tree()).toEqual(tree);
    expect(bench.left()).toEqual([]);
  });

  it('an environment that can not be made is told with the words of its tool', () => {
    const tree = bench.tree();
    const bin = join(dirname(bench.root), 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'uv'),
      '#!/bin/sh\n[ "$1" = --version ] && exit 0\necho no such package\nexit 1\n',
      { mode: 0o755 },
    );
    const ran = bench.hut('add field Article stock:int --yes --verify syntax', {
      PATH: [bin, process.env.PATH].join(delimiter),
    });
    expect(ran.exitCode).toBe(6);
    expect(ran.stderr).toMatch(
      /uv sync failed, so that nothing could be checked[^]*no such package/,
    );
    expect(bench.tree()).toEqual(tree);
    expect(bench.left()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends the tool and all that it started, removes the copy and writes nothing',
    async (signal) => {
      putPython('sleep 60 & echo started $! >&2\ntrap "" TERM\nwait\nsleep 60');
      const tree = bench.tree();
      const line = 'add field Article stock:int --yes --verbose --verify syntax';
      const hut = spawn(process.execPath, [requireBuiltHut(), ...line.split(' ')], {
        cwd: bench.root,
        env: bench.environment,
      });
      let stderr = '';
      hut.stdout.resume();
      hut.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
        if (chunk.includes('started')) hut.kill(signal);
      });
      expect(await new Promise((resolve) => hut.on('close', resolve))).toBe(130);
      expect(stderr).toContain('Interrupted, nothing was written');
      const tool = Number(/started (\d+)/.exec(stderr)![1]);
      expect(isRunning(tool)).toBe(false);
      expect(bench.tree()).toEqual(tree);
      expect(bench.left()).toEqual([]);
    },
  );

  it('a run that changes nothing, and one with an open conflict, have nothing to check', () => {
    putPython('exit 1');
    expect(bench.hut('sync --verify tests')).toMatchObject({ exitCode: 0 });
    bench.edit('app/about.py', 'DESCRIPTION = "A FastAPI service"', 'DESCRIPTION = "Ours"');
    expect(bench.hut('set description Theirs --verify tests --dry-run')).toMatchObject({
      exitCode: 0,
    });
    expect(bench.hut('set description Theirs --verify tests')).toMatchObject({ exitCode: 2 });
  });

  it('yo refuses likewise', async () => {
    putPython('[ "$2" = mypy ] && echo not that && exit 1\nexit 0');
    const tree = bench.tree();
    const quick = { yes: true, install: false, git: false };
    const yo = (verify: string): Promise<void> =>
      openEnvironment(bench.root, { lookup }).run('hut:field', ['Article', 'stock:int'], {
        ...quick,
        verify,
      });
    await expect(yo('types')).rejects.toThrow(
      /python -m mypy fails on what would be written \(--verify types\), nothing was written\n {2}not that/,
    );
    expect(bench.tree()).toEqual(tree);
    await expect(yo('all')).rejects.toThrow('--verify cannot be "all"');
    await yo('lint');
    expect(existsSync(join(bench.root, 'migrations/versions/0002_add_article_stock.py'))).toBe(
      true,
    );
  });
});
