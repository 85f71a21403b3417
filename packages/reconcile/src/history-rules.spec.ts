import { mergeTexts } from './merge-texts.ts';

const lines = (...rows: readonly string[]) => rows.map((row) => `${row}\n`).join('');

const merge = (path: string, base: string, mine: string, next: string) => {
  const merged = mergeTexts(path, base, mine, next);
  return merged.ok ? merged.text : `CONFLICT: ${merged.reason}`;
};

const python = (base: string, mine: string, next: string) => merge('a.py', base, mine, next);

describe('what both sides did alike', () => {
  const base = lines('a = 1', '', 'b = 2', '', 'c = 3');

  it('is there once when one side went on from there', () => {
    const mine = base.replace('b = 2', 'b = 2\nd = 4');
    const next = base.replace('b = 2', 'b = 2\nd = 4\ne = 5');
    expect(python(base, mine, next)).toBe(next);
    expect(python(base, next, mine)).toBe(next);
  });

  it('is no reason for a conflict where one side left the next line as it was', () => {
    const pins = (mypy: string, types: string) => lines(`mypy==${mypy}`, `types-x==${types}`);
    const merged = merge('requirements.txt', pins('1', '1'), pins('2', '1'), pins('2', '2'));
    expect(merged).toBe(pins('2', '2'));
  });

  it('is not what one side removed and the other changed', () => {
    const steps = (...uses: readonly string[]) => lines('steps:', ...uses, '  - run: x');
    const merged = merge('a.yaml', steps('  - uses: a@1'), steps('  - uses: a@2'), steps());
    expect(merged).toContain('CONFLICT');
  });

  it('is not one line that means another value on each side', () => {
    const table = (name: string, level: number) => lines(`[tool.${name}]`, `level = ${level}`);
    const merged = merge('a.toml', table('metrics', 1), table('metrics', 2), table('mail', 2));
    expect(merged).toContain('CONFLICT');
  });

  it('is not a blank line that two removals share', () => {
    const text = lines('# A', '', '## One', '', 'one', '', '## Two', '', 'two');
    const mine = text.replace('## Two\n\n', '');
    const next = text.replace('## One\n\none\n\n', '');
    expect(merge('a.md', text, mine, next)).not.toContain('## One\n\none\n\ntwo');
  });
});

describe('hunks that touch in Python', () => {
  it('combine two functions whose own variables have one name', () => {
    const base = lines('x = 1');
    const test = (name: string) =>
      lines('', '', `def test_${name}():`, '    rv = 1', '    use(rv)');
    const merged = python(base, base + test('a'), base + test('b'));
    expect(merged).toBe(base + test('b') + test('a'));
  });

  it('combine two imports under a condition', () => {
    const base = lines('if TYPE_CHECKING:', '    from a import A', '', 'x = 1');
    const add = (name: string) =>
      base.replace('import A\n', `import A\n    from ${name} import ${name}\n`);
    const merged = python(base, add('b'), add('c'));
    expect(merged).toContain('from b import b\n    from c import c\n');
  });

  it('put a statement under a condition behind one whose value the other side edited', () => {
    const base = lines('if x:', '    args = get(a)', '    call(args)');
    const mine = base.replace('get(a)\n', "get(a)\n    args['k'] = 1\n");
    const next = base.replace('get(a)', 'get(b)');
    expect(python(base, mine, next)).toBe(mine.replace('get(a)', 'get(b)'));
    expect(
      python(base, base.replace('get(a)\n', 'get(a)\n    args = wrap(args)\n'), next),
    ).toContain('CONFLICT');
  });

  it('never leave two docstrings', () => {
    const base = lines('def f():', '    return 1');
    const doc = (text: string) => base.replace('():\n', `():\n    """${text}"""\n`);
    expect(python(base, doc('One.'), doc('Two.'))).toContain('twice');
    const fields = lines('class A:', '    a = 1', "    'About a.'", '', 'b = 2');
    const field = (name: string) =>
      fields.replace("a.'\n", `a.'\n    ${name} = 1\n    'About ${name}.'\n`);
    expect(python(fields, field('c'), field('d'))).toContain('About d.');
  });
});

describe('calls that a side repeats', () => {
  it('are no doubles because their first arguments are equal', () => {
    const base = lines('def f(s):', '    set(s, 1)', '    go()', '    set(s, 2)', '    run()');
    const mine = base.replace('go()', 'go()\n    set(s, 3)');
    const next = base.replace('run()', 'run()\n    set(s, 4)');
    expect(python(base, mine, next)).toBe(mine.replace('run()', 'run()\n    set(s, 4)'));
  });
});

describe('statements over several lines', () => {
  it('merge by their items though the lines are filled', () => {
    const names = (...rows: readonly string[]) => lines('from m import (', ...rows, ')', 'x = 1');
    const merged = python(
      names('    a, b, d,', '    e, f,'),
      names('    a, b, c, d,', '    e, f,'),
      names('    a, b, d, e,', '    f, g,'),
    );
    expect(merged.replace(/\s+/g, '')).toBe('fromm import(a,b,c,d,e,f,g,)x=1'.replace(/\s+/g, ''));
  });

  it('give way in layout to what the other side wrote', () => {
    const base = lines('def f(', '    a, b', '):', '    return a');
    const next = lines('def f(a, b):', '    return a');
    const mine = base.replace('a, b', 'a, b: int');
    expect(python(base, mine, next)).toBe(mine);
    expect(python(base, next, mine)).toBe(mine);
  });

  it('never give way in indentation, which is another block', () => {
    const base = lines('if x:', '    a(1)', '    b()');
    const mine = lines('if x:', '    if y:', '        a(1)', '    b()');
    expect(python(base, mine, base.replace('a(1)', 'a(2)'))).toContain('CONFLICT');
  });

  it('merge in TOML where items share a line', () => {
    const list = (...rows: readonly string[]) => lines('[t]', 'l = [', ...rows, ']');
    const merged = merge(
      'a.toml',
      list('    "a", "b", "c",', '    "z",'),
      list('    "a", "b",', '    "z",'),
      list('    "n", "a", "b", "c",', '    "z",'),
    );
    expect(merged.match(/"\w"/g)).toEqual(['"n"', '"a"', '"b"', '"z"']);
  });
});

describe('rows that are one item', () => {
  it.each([
    ['a union', ['    A', '    | B', '    | C', '    | D', '    | E'], '    | N', '    | M'],
    [
      'a text of several strings',
      ["    'a'", "    'b'", "    'c'", "    'd'"],
      "    'n'",
      "    'm'",
    ],
  ])('%s: each side may add a line far from the other', (_, rows, one, other) => {
    const text = (...all: readonly string[]) => lines('X = f(', ...all, ')');
    const mine = text(rows[0]!, one, ...rows.slice(1));
    const next = text(...rows, other);
    expect(python(text(...rows), mine, next)).toBe(text(rows[0]!, one, ...rows.slice(1), other));
  });
});

describe('blocks that one side turned into others', () => {
  const base = lines('def f(x):', '    a(x)', '    b(x)', '    c(x)', '    d(x)');

  it('take along what the other side edited in them', () => {
    const next = `${lines('def f(*x):', '    return g(*x)', '', '')}${base.replace('def f', 'def g')}`;
    const mine = base.replace('c(x)', 'c(x, 1)');
    expect(python(base, mine, next)).toBe(next.replace('c(x)', 'c(x, 1)'));
  });

  it('are none when a body fell into the function above', () => {
    const two = lines('def e(x):', '    z(x)', '', '', ...base.trimEnd().split('\n'));
    const mine = two.replace('\n\ndef f(x):\n', '');
    const next = two.replace('    c(x)\n', '    c(x)\n    n(x)\n');
    expect(python(two, mine, next)).toContain('CONFLICT');
  });
});

describe('names in Python', () => {
  it('in a subscript are used, not bound', () => {
    const base = lines('k = 1', '', '', 'def f(d):', '    x = d[k]', '    d[k] = x', '    y = 1');
    const mine = base.replace('y = 1', 'y = 2');
    const next = base.replace('x = d[k]', 'x = d.get(k)');
    expect(python(base, mine, next)).toBe(mine.replace('x = d[k]', 'x = d.get(k)'));
  });

  it('of Python itself are never used too early', () => {
    const base = lines('def f():', '    a(str(1))', '    b()', '    str = 2', '    c()');
    const next = lines('def f():', '    str = 2', '    a(1)', '    b()', '    c()');
    const mine = base.replace('c()', 'c(1)');
    expect(python(base, mine, next)).toBe(next.replace('c()', 'c(1)'));
  });
});

describe('Markdown', () => {
  it('takes items that go on in a second line, from both', () => {
    const base = lines('# Log', '', '- old', '', '## Before', '', 'x');
    const item = (name: string) => base.replace('- old\n', `- old\n- ${name}\n  by ${name}\n`);
    expect(merge('a.md', base, item('a'), item('b'))).toContain('- b\n  by b\n- a\n  by a\n');
  });

  it('never glues a note to what stands above the one that the other side removed', () => {
    const base = lines('| a |', '', '[^1]: One.', '', 'Text.');
    const mine = base.replace('[^1]: One.\n\n', '');
    expect(merge('a.md', base, mine, base.replace('One.\n', 'One.\n[^2]: Two.\n'))).toContain(
      'CONFLICT',
    );
  });

  it('may have one heading in two sections', () => {
    const base = lines('# Log', '', '## 1', '', '### Added', '', '- a');
    const release = (name: string, change: string) =>
      base.replace('## 1', `## ${name}\n\n### Added\n\n- ${change}\n\n## 1`);
    const merged = merge('a.md', base, release('3', 'c'), release('2', 'b'));
    expect(merged.match(/### Added/g)).toHaveLength(3);
  });

  it('merges what lies apart when hunks stand where git has them', () => {
    const base = lines('- a', '- b', '', '', '## Next', '', 'x');
    const mine = base.replace('- b\n\n', '- b\n\n```py\ncode()\n```\n\n');
    const next = base.replace('- b\n', '- b\n- c\n');
    expect(merge('a.md', base, mine, next)).toBe(mine.replace('- b\n', '- b\n- c\n'));
  });
});

describe('texts that differ nearly everywhere', () => {
  it('are compared between the lines that both have once', () => {
    const rows = (word: string, marks: (at: number) => string) =>
      lines(
        ...Array.from({ length: 900 }, (_, at) => (at % 30 === 0 ? marks(at) : `${word} ${at}`)),
      );
    const base = rows('a', (at) => `== ${at}`);
    const mine = base.replace('== 300', '== 300\nmine');
    const next = rows('b', (at) => `== ${at}`);
    expect(merge('a.txt', base, `${mine}`, next)).toContain('CONFLICT');
    const apart = base.replace('== 300\n', '== 300\n\nquiet\n\n== 301\n');
    const far = rows('b', (at) => (at > 250 && at < 350 ? `== ${at}` : `== ${at}`));
    expect(
      merge(
        'a.txt',
        apart,
        apart.replace('quiet', 'mine'),
        far.replace('== 300\n', '== 300\n\nquiet\n\n== 301\n'),
      ),
    ).toBe(far.replace('== 300\n', '== 300\n\nmine\n\n== 301\n'));
  });
});

describe('other files', () => {
  it('JSON: a key and its value are one item, known by the key', () => {
    const pins = (...rows: readonly string[]) => lines('{', ...rows, '  "z": "1"', '}');
    const merged = merge(
      'package.json',
      pins('  "form": "1",'),
      pins('  "add": "1",', '  "form": "2",', '  "lucide": "1",'),
      pins('  "form": "2",'),
    );
    expect(JSON.parse(merged)).toEqual({ add: '1', form: '2', lucide: '1', z: '1' });
  });

  it('YAML: quotes are spelling', () => {
    const text = (quote: string, version: string) =>
      lines('a: 1', `python: ${quote}${version}${quote}`);
    expect(merge('a.yaml', text('"', '3.10'), text("'", '3.10'), text('"', '3.11'))).toMatch(
      /python: ["']3\.11["']/,
    );
  });

  it('a file that base could not read either is merged by lines', () => {
    const base = lines('a: 1', 'b: {{ x }}: {{ y }}', 'c: 3', 'd: 4');
    const merged = merge(
      'a.yaml',
      base,
      base.replace('a: 1', 'a: 2'),
      base.replace('d: 4', 'd: 5'),
    );
    expect(merged).toBe(base.replace('a: 1', 'a: 2').replace('d: 4', 'd: 5'));
  });
});
