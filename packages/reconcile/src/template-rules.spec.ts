import { mergeTexts } from './merge-texts.ts';
import { renameWords } from './rename-words.ts';

const lines = (...rows: readonly string[]) => rows.map((row) => `${row}\n`).join('');

const merge = (path: string, base: string, mine: string, next: string) => {
  const merged = mergeTexts(path, base, mine, next);
  return merged.ok ? merged.text : `CONFLICT: ${merged.reason}`;
};

const python = (base: string, mine: string, next: string) => merge('a.py', base, mine, next);

describe('the rules learnt from our own templates', () => {
  it('an annotation is used, not bound: an import that it needs stays', () => {
    const base = lines('from m import A, B', '', '', 'class C:', '    a: A', '    b: B');
    const mine = base.replace('    a: A\n', '    a: A\n    own: B = 1\n');
    const next = base.replace('A, B', 'A').replace('    b: B\n', '');
    expect(python(base, mine, next)).toBe(mine.replace('    b: B\n', ''));
  });

  it('of an import that goes, those names stay that lines of the user need', () => {
    const rest = lines('from n import n', '', 'n()');
    const base = lines('from m import A, B, C') + rest + lines('use(A, B, C)');
    const merged = (...own: readonly string[]) => {
      const mine = base.replace('n()\n', lines('n()', ...own));
      return python(base, mine, rest);
    };
    expect(merged('mine(B)')).toBe(lines('from m import B') + rest + lines('mine(B)'));
    expect(merged('mine(C)', 'mine(A)')).toBe(
      lines('from m import A, C') + rest + lines('mine(C)', 'mine(A)'),
    );
  });

  it('items between sorted ones are put in their order, calls are not', () => {
    const imports = (...names: readonly string[]) =>
      lines(...names.map((name) => `from ${name} import x_${name}`));
    expect(python(imports('a', 'z'), imports('a', 'c', 'z'), imports('a', 'f', 'z'))).toBe(
      imports('a', 'c', 'f', 'z'),
    );
    const calls = (...names: readonly string[]) => lines(...names.map((name) => `use(${name})`));
    expect(python(calls('a', 'z'), calls('a', 'c', 'z'), calls('a', 'f', 'z'))).toBe(
      calls('a', 'f', 'c', 'z'),
    );
    const unsorted = python(imports('z', 'a'), imports('z', 'c', 'a'), imports('z', 'f', 'a'));
    expect(unsorted).toBe(imports('z', 'f', 'c', 'a'));
  });

  it('what goes on a paragraph comes before a paragraph of its own', () => {
    const base = lines('class C:', '    a = 1', '', '    def f(self): ...');
    const mine = base.replace('    a = 1\n', '    a = 1\n    own = 2\n');
    const next = base.replace('    a = 1\n', '    a = 1\n\n    b = 1\n');
    expect(python(base, mine, next)).toBe(
      base.replace('    a = 1\n', '    a = 1\n    own = 2\n\n    b = 1\n'),
    );
  });

  it('lines that one side removed are among those that the other removed', () => {
    const base = lines('class C:', '    a = 1', '    b = 2', '    c = 3', '    d = 4');
    const less = base.replace('    b = 2\n', '');
    const least = base.replace('    b = 2\n    c = 3\n', '');
    expect(python(base, less, least)).toBe(least);
    expect(python(base, least, less)).toBe(least);
    const method = lines(
      'class C:',
      '    def f(self):',
      '        a()',
      '        b()',
      '',
      '    c = 1',
    );
    const inside = method.replace('        a()\n', '');
    const without = lines('class C:', '    c = 1');
    expect(python(method, inside, without)).toContain('CONFLICT');
    const moved = less.replace('    d = 4\n', '    d = 4\n    b = 2\n');
    expect(python(base, moved, least)).toContain('CONFLICT');
  });

  it('an import of both, below which one side adds another', () => {
    const base = lines('from a import x', '', 'y = x');
    const merged = python(
      base,
      base.replace('import x', 'import w, x'),
      base.replace('import x\n', 'import x, z\nfrom b import c\n'),
    );
    expect(merged).toBe(lines('from a import w, x, z', 'from b import c', '', 'y = x'));
  });

  it('rows of a list in a call may be added by both, and one side may lay it out anew', () => {
    const call = (rows: string) => lines('@mark("x", [', rows, '])', 'def f(): ...');
    const merged = python(
      call('    (1,),'),
      call('    (1,),\n    (9,),'),
      call('    (1,),\n    (2,),'),
    );
    expect(merged).toBe(call('    (1,),\n    (2,),\n    (9,),'));
    const table = (rows: string) => lines('@mark(', '    "x",', rows, ')', 'def f(): ...');
    const wide = '    [\n        (1,),\n        (2,),\n        (3,),\n    ],';
    expect(python(table('    [(1,), (2,)],'), table('    [(2,), (1,)],'), table(wide))).toBe(
      table('    [\n        (2,),\n        (1,),\n        (3,),\n    ],'),
    );
  });

  it('a word that changes is changed in a line of ours that the user edited', () => {
    const words = [['pages', 'length']] as const;
    const base = lines('pages: int = 1', 'title: str');
    const edited = base.replace('= 1', '= 100');
    expect(renameWords(base, edited, words).mine).toBe(edited.replace('pages', 'length'));
    const own = base.replace('title: str', 'title: str = f(pages)');
    expect(renameWords(base, own, words).mine).toContain('f(pages)');
  });
});
