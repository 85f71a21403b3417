import { mergeTexts } from './merge-texts.ts';

const lines = (...rows: readonly string[]) => rows.map((row) => `${row}\n`).join('');

const merge = (path: string, base: string, mine: string, next: string) => {
  const merged = mergeTexts(path, base, mine, next);
  return merged.ok ? merged.text : `CONFLICT: ${merged.reason}`;
};

const python = (base: string, mine: string, next: string) => merge('a.py', base, mine, next);

describe('the rules learnt from real merges', () => {
  it('1: when mine and next can be read, so can the result, even when base could not', () => {
    const base = lines('{', '  "a": 1,', '}');
    const mine = lines('{', '  "z": 0,', '  "a": 1', '}');
    const next = lines('{', '  "a": 1,', '  "b": 2', '}');
    const merged = merge('a.json', base, mine, next);
    expect(merged.startsWith('CONFLICT') || JSON.parse(merged)).toBeTruthy();
    const torn = merge('a.json', '{"a": 1,}\n', '{"a": 2}\n', '{"a": 1}\n');
    expect(torn).toContain('CONFLICT');
  });

  it('2: what no side can read is merged by lines alone, and touching lines conflict', () => {
    const base = lines('a: 1', '{% if x %}', 'b: 2', '{% endif %}');
    const apart = merge(
      'a.yaml',
      base,
      lines('a: 0', '{% if x %}', 'b: 2', '{% endif %}'),
      lines('a: 1', '{% if x %}', 'b: 2', '{% endif %}', 'c: 3'),
    );
    expect(apart).toBe(lines('a: 0', '{% if x %}', 'b: 2', '{% endif %}', 'c: 3'));
    const touching = merge('a.yaml', base, `${base}{% if y %}\n`, `${base}c: 3\n`);
    expect(touching).toContain('CONFLICT');
  });

  it('3: items are merged statement by statement, only where all three have as many', () => {
    const base = lines('from m import a');
    const mine = lines('from m import a', 'from m import b');
    expect(python(base, mine, lines('from m import a, c'))).not.toContain('from m import (a\n');
    const pairs = python(
      lines('from m import a', 'from n import x'),
      lines('from m import a, b', 'from n import x'),
      lines('from m import a, c', 'from n import x, y'),
    );
    expect(pairs).toBe(lines('from m import a, b, c', 'from n import x, y'));
    const keys = (items: string) => lines(`f(key=lambda a, b: 0${items})`);
    expect(python(keys(''), keys(', c=1'), keys(', d=2'))).toContain('CONFLICT');
  });

  it('4: an argument without a name never lands behind one with a name', () => {
    const merged = python(lines('x = f(a=1)'), lines('x = f(a=1, b=2)'), lines('x = f(g(), a=1)'));
    expect(merged).toBe(lines('x = f(g(), a=1, b=2)'));
  });

  it('5: arguments by position come from one side; lists take items of both', () => {
    expect(python(lines('start()'), lines('start(app)'), lines('start(Config())'))).toContain(
      'CONFLICT',
    );
    expect(python(lines('X = [z]'), lines('X = [z, b]'), lines('X = [z, a]'))).toBe(
      lines('X = [z, a, b]'),
    );
  });

  it('6: an inline table of TOML is one value, and stays on one line', () => {
    const table = (value: string) => lines('[tool.uv.sources]', `kit = ${value}`);
    const both = merge(
      'a.toml',
      table('{ version = "1" }'),
      table('{ path = "x" }'),
      table('{ git = "y" }'),
    );
    expect(both).toContain('CONFLICT');
    const wide = lines('[t]', 'k = {', '  a = 1', '}', 'l = 1');
    const base = lines('[t]', 'k = { a = 1 }', 'l = 1');
    expect(merge('a.toml', base, wide, base.replace('l = 1', 'l = 2'))).toContain('several lines');
  });

  it('7: two insertions at one point under a condition conflict; in a function they combine', () => {
    const body = (head: string, ...rows: readonly string[]) => lines(head, '    log()', ...rows);
    const both = (head: string) =>
      python(body(head), body(head, '    stop("a")'), body(head, '    stop("b")'));
    for (const head of ['if bad:', 'for x in y:', 'while a:', 'with b:'])
      expect(both(head)).toContain('CONFLICT');
    expect(both('def f():')).toBe(body('def f():', '    stop("b")', '    stop("a")'));
  });

  it('7: an insertion beside a replacement that binds its name anew conflicts', () => {
    const base = lines('def f(d):', '    use(d)', '    end()');
    const mine = lines('def f(d):', '    d["x"] = 1', '    use(d)', '    end()');
    const next = lines('def f(d):', '    d = {}', '    fill(d)', '    end()');
    expect(python(base, mine, next)).toContain('CONFLICT');
  });

  it('8: what touches re-indented lines conflicts', () => {
    const base = lines('def f():', '    a()', '    b()');
    const mine = lines('def f():', '    with x:', '        a()', '        b()');
    const next = lines('def f():', '    a()', '    b()', '    c()');
    expect(python(base, mine, next)).toContain('CONFLICT');
  });

  it('9: nothing new stands behind a return', () => {
    const base = lines(
      'def f():',
      '    a()',
      '',
      '    # then',
      '    b()',
      '',
      '    # at last',
      '    c()',
    );
    const mine = lines(
      'def f():',
      '    a()',
      '    return',
      '',
      '    # then',
      '    b()',
      '',
      '    # at last',
      '    c()',
    );
    const next = base.replace('    c()\n', '    d()\n');
    expect(python(base, mine, next)).toContain('CONFLICT');
  });

  it('9: nothing is used before its definition', () => {
    const base = lines('a = 1', '', 'b = 2', '', 'api = APIRouter()', '', 'c = 3');
    const mine = lines('a = 1', '', 'b = 2', '', 'c = 3', '', 'api = APIRouter()');
    const next = base.replace('c = 3', 'api.include_router(x)\nc = 3');
    expect(python(base, mine, next)).toContain('CONFLICT');
  });

  it('10: what both added is dropped whole, header, decorators and body, or not at all', () => {
    const added = (body: string) => lines('', '', '@dec', 'def f():', `    return ${body}`);
    const base = lines('a = 1', '', '', 'def g():', '    return 0');
    const first = (body: string) => base.replace('a = 1\n', `a = 1\n${added(body)}`);
    expect(python(base, first('1'), base + added('1'))).toBe(first('1'));
    expect(python(base, first('1'), base + added('2'))).toContain('twice');
  });

  it('10: a decorator that both added to one function is there once', () => {
    const base = lines('@first', '@second', 'def f():', '    return 1');
    const mine = lines('@fresh', ...base.trimEnd().split('\n'));
    const next = lines('@first', '@fresh', '@second', 'def f():', '    return 1');
    expect(python(base, mine, next)).toBe(mine);
  });

  it('3: an import that lost its last name to both sides goes', () => {
    const base = lines('from m import a, b', 'x = 1');
    const merged = python(base, base.replace('a, b', 'a'), base.replace('a, b', 'b'));
    expect(merged).toBe(lines('x = 1'));
  });

  it('11: spelling is three-way: the user’s only where the user changed it', () => {
    const base = lines("a = 'x'", "b = 'y'  ", 'c = 1', 'd = 2');
    const mine = lines("a = 'x'", 'b = "y"  ', 'c = 1', 'd = 3');
    const next = lines('a = "x"', "b = 'y'", 'c = 0', 'd = 2');
    expect(python(base, mine, next)).toBe(lines('a = "x"', 'b = "y"  ', 'c = 0', 'd = 3'));
  });

  it('12: a block is known by its kind, so that its condition may change', () => {
    const base = lines(
      'def f(n):',
      '    while n < 5:',
      '        a()',
      '        b()',
      '        c()',
    );
    const mine = base.replace('n < 5', 'n < 6');
    const next = base.replace('        c()\n', '        c()\n        d()\n');
    expect(python(base, mine, next)).toBe(
      mine.replace('        c()\n', '        c()\n        d()\n'),
    );
  });

  it('12: a renamed function keeps its statements', () => {
    const base = lines('def f():', '    a()', '    b()', '    c()');
    const next = `${base}    d()\n`;
    expect(python(base, base.replace('def f', 'def g'), next)).toBe(next.replace('def f', 'def g'));
  });

  it('13: a changed head and a changed item far away in it merge', () => {
    const base = lines('A = [', '    1,', '    2,', '    3,', '    4,', ']');
    const mine = base.replace('A = [', 'B = [');
    expect(python(base, mine, base.replace('    3,\n', ''))).toBe(mine.replace('    3,\n', ''));
  });

  it('14: lines of a long string are parts of their own', () => {
    const base = lines('q = f("""', 'select a', 'from b', 'where c', 'limit d', '""")');
    const mine = base.replace('select a', 'select x');
    expect(python(base, mine, base.replace('limit d', 'limit e'))).toBe(
      mine.replace('limit d', 'limit e'),
    );
  });

  it('15: builtins are never missed, and an unpacked pair is a definition', () => {
    const base = lines('class A:', '    list = 1', '', 'x = 1', '', 'y = 2');
    const mine = base.replace('x = 1', '(a, b) = f()');
    const next = base
      .replace('    list = 1\n', '')
      .replace('class A:', 'class A: ...')
      .replace('y = 2', 'y = list(z)');
    expect(python(base, mine, next)).toContain('(a, b) = f()');
    const used = python(
      base,
      base.replace('x = 1', '(a, b) = f()\nprint(a)'),
      base.replace('y = 2', 'y = 3'),
    );
    expect(used).toContain('print(a)');
  });

  it('15: a name whose definition only one side removed is missed', () => {
    const base = lines('from m import a', '', 'x = 1', '', 'a()', '', 'y = 2');
    const mine = base.replace('y = 2', 'y = a(2)');
    const next = base.replace('from m import a\n\n', '').replace('a()\n\n', '');
    expect(python(base, mine, next)).toBe(mine.replace('a()\n\n', ''));
    const renamed = lines('def b(): ...', '', 'x = 1', '', 'y = 2');
    const before = renamed.replace('def b', 'def a');
    expect(python(before, renamed, before.replace('y = 2', 'y = a()'))).toContain('no definition');
  });

  it('16: items of a list are known by id, repo or name, and may change in two places', () => {
    const base = lines(
      'repos:',
      '  - repo: one',
      '    rev: 1',
      '    hooks:',
      '      - id: x',
      '        args: [a]',
    );
    const mine = base.replace('rev: 1', 'rev: 2');
    const next = base.replace('args: [a]', 'args: [b]');
    expect(merge('a.yaml', base, mine, next)).toBe(mine.replace('args: [a]', 'args: [b]'));
    const group = lines(
      '[dependency-groups]',
      'dev = [',
      '    { include-group = "test" },',
      '    "a>=1",',
      ']',
    );
    const more = merge('a.toml', group, group.replace('a>=1', 'a>=2'), `${group}lint = ["b"]\n`);
    expect(more).toBe(`${group.replace('a>=1', 'a>=2')}lint = ["b"]\n`);
  });

  it('17: headings of different level at one point of Markdown conflict', () => {
    const base = lines('# A', '', 'text');
    const mine = `${base}\n### Small\n\nmine\n`;
    expect(merge('a.md', base, mine, `${base}\n## Big\n\nnext\n`)).toContain('CONFLICT');
    expect(merge('a.md', base, mine, `${base}\n### Other\n\nnext\n`)).toContain('### Small');
  });

  it('18: the strict guards stay: a class that both define is a conflict though git is content', () => {
    const base = lines('a = 1', '', 'b = 2', '', 'c = 3');
    const mine = base.replace('a = 1', 'class A:\n    x = 1\n\na = 1');
    const next = base.replace('c = 3', 'c = 3\n\nclass A:\n    x = 2');
    expect(python(base, mine, next)).toContain('"A" would be there twice');
  });
});

describe('conflicts', () => {
  const base = lines('a', 'b', 'c', 'd', 'e');

  it('leave out what both sides have alike at the edges, and merge the rest of the file', () => {
    const mine = lines('A', 'b', 'same', 'mine', 'd', 'e');
    const next = lines('a', 'b', 'same', 'next', 'd', 'E');
    const merged = mergeTexts('a.txt', base, mine, next);
    expect(merged).toMatchObject({
      ok: false,
      hunks: [{ line: 4, mine: ['mine'], base: ['c'], next: ['next'] }],
      markers: lines(
        ...['A', 'b', 'same', '<<<<<<< mine', 'mine', '||||||| base', 'c'],
        ...['=======', 'next', '>>>>>>> next', 'd', 'E'],
      ),
    });
  });

  it('have markers even when only the proof failed', () => {
    const from = (name: string) => lines('x = 1', '', 'y = 2', '', `def ${name}(): ...`);
    const merged = mergeTexts('a.py', from('a'), from('b'), from('a').replace('x = 1', 'x = a()'));
    expect(merged).toMatchObject({ ok: false, hunks: [{ next: ['x = a()'] }] });
  });

  it('are of the whole file when nearly every line differs', () => {
    const rows = (word: string) =>
      lines(...Array.from({ length: 1500 }, (_, row) => `${word} ${row}`));
    const merged = mergeTexts('a.txt', rows('a'), rows('b'), rows('c'));
    expect(merged).toMatchObject({ ok: false, reason: 'nearly every line differs' });
  });
});
