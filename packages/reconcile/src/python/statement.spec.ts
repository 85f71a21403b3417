import { scanPython } from './statement.ts';

const heads = (text: string) => {
  const scan = scanPython(text);
  if (!scan.ok) throw new Error(scan.reason);
  return scan.statements.map(({ first, last, opens, name, parent }) =>
    [`${first}-${last}`, opens, name, parent && `in ${parent.first}`].filter(Boolean).join(' '),
  );
};

describe('scanPython', () => {
  it('joins lines over brackets, strings and backslashes', () => {
    const text = 'a = (\n    1,\n)\nb = """\nx\n"""\nc = \\\n    2\n';
    expect(heads(text)).toEqual(['0-3', '3-6', '6-8']);
  });

  it('knows the block of each statement', () => {
    const text = 'class A:\n    @x\n    async def f(self):\n        return 1\n\nb = 2\n';
    expect(heads(text)).toEqual(['0-1 class A', '1-2 in 0', '2-3 def f in 0', '3-4 in 2', '5-6']);
  });

  it.each([
    ['a bare yield', 'async def f():\n    yield\n'],
    ['clauses in order', 'try:\n    a\nexcept E:\n    b\nelse:\n    c\nfinally:\n    d\n'],
    ['bodies on one line', 'if a: b\nelse: c\nfor x in y: z; w\n'],
    ['nested quotes in an f-string', 'a = f"{x["a"]!r:>{w}} {{}} {y:%H:%M}"\n'],
    ['a match', 'match x, y:\n    case Point(x=0) if a: pass\n    case _:\n        b\n'],
    ['soft keywords as names', 'match = 1\nmatch[0] = 2\ncase(3)\ntype X = int\n'],
    ['names in brackets of with', 'with (open(a) as b, c as d):\n    pass\n'],
    ['yield from in brackets', 'x = (yield from y)\n'],
    ['a lambda with commas as an argument', 'f(key=lambda a, b=1: (a, b), *c, **d)\n'],
    ['stars among parameters', 'def f(a, /, b=1, *, c, d=2, **e): ...\n'],
    ['one-line bodies after a colon in brackets', 'if a[1:2]: b = {1: 2}\n'],
    ['a relative import', 'from ... import a\nfrom ...b import c\n'],
  ])('accepts %s', (_, text) => expect(scanPython(text)).toMatchObject({ ok: true }));

  it.each([
    ['an empty body', 'def f():\nx = 1\n', 'an indented block is missing'],
    ['a block that ends the file', 'def f():\n', 'a block is empty'],
    ['an unexpected indent', 'a = 1\n  b = 2\n', 'fits no block'],
    ['a dedent to nowhere', 'if a:\n    b\n  c\n', 'fits no block'],
    ['tabs and blanks in one block', 'if a:\n        b\n\tc\n', 'tabs and blanks are mixed'],
    ['an open bracket', 'a = (1,\nb = 2\n', 'is never closed'],
    ['a wrong bracket', 'a = (1]\n', 'closes nothing'],
    ['an open string', 'a = "b\n', 'a string is never closed'],
    ['an else of nothing', 'a = 1\nelse:\n    b\n', '"else" follows nothing'],
    ['a try alone', 'try:\n    a\nb = 1\n', 'neither except nor finally'],
    ['a decorator of nothing', '@a\nb = 1\n', 'decorates nothing'],
    ['a head without colon', 'if a\n    b\n', 'a colon is missing'],
    ['operands side by side', 'a = (b\n     c)\n', 'side by side'],
    ['a lost item', 'f(a, , b)\n', 'two commas'],
    ['a lost operand', 'a = (b +\n)\n', 'nothing follows "+"'],
    ['a keyword argument twice', 'f(a=1, b=2, a=3)\n', 'given twice'],
    ['a parameter twice', 'def f(a, a): ...\n', 'there twice'],
    ['a parameter without default too late', 'def f(a=1, b): ...\n', 'has no default'],
    ['conflict markers', '<<<<<<< mine\na = 1\n', 'nothing follows'],
  ])('refuses %s', (_, text, reason) => {
    expect(scanPython(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('refuses a statement keyword inside brackets (rule 4)', () => {
    expect(scanPython('from m import (a\nfrom m import b, c)\n')).toMatchObject({ ok: false });
    expect(scanPython('x = (a, from b)\n')).toMatchObject({ ok: false });
  });

  it('refuses a positional argument after a named one (rule 4)', () => {
    expect(scanPython('f(k=1, g())\n')).toMatchObject({ ok: false });
    expect(scanPython('f(k=lambda a, b: 0, *c)\n')).toMatchObject({ ok: true });
  });
});
