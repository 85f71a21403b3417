import { call } from '../schema/python-code.ts';
import {
  classLine,
  fieldLine,
  pythonLine,
  signatureLine,
  subscript,
  tupleLine,
} from './python-line.ts';

const long = (letter: string): string => letter.repeat(60);

describe('pythonLine', () => {
  it('breaks what is longer than 100 columns, its start and its end counted', () => {
    const code = call('Field', 'a'.repeat(40), 'b'.repeat(40));
    expect(pythonLine('x = ', code, { indent: 4 })).toHaveLength(4 + 4 + 6 + 82 + 1);
    expect(pythonLine('x: int = ', code, { indent: 4 })).toBe(
      `    x: int = Field(\n        ${'a'.repeat(40)},\n        ${'b'.repeat(40)},\n    )`,
    );
    const header = call('class A', subscript('B', long('c'), long('d')));
    expect(pythonLine('', header, { after: ':' })).toBe(
      `class A(\n    B[\n        ${long('c')},\n        ${long('d')},\n    ],\n):`,
    );
  });
});

describe('tupleLine', () => {
  it('keeps a single item on its line, with its comma, unless it is too long', () => {
    expect(tupleLine('x = ', [call('f', 'a')], 4)).toBe('    x = (f(a),)');
    expect(tupleLine('x = ', [call('f', long('a'), long('b'))], 0)).toBe(
      `x = (\n    f(\n        ${long('a')},\n        ${long('b')},\n    ),\n)`,
    );
  });

  it('has a line for each of several, so that another one is a line more', () => {
    expect(tupleLine('x = ', ['a', 'b'], 0)).toBe('x = (\n    a,\n    b,\n)');
  });
});

describe('signatureLine', () => {
  it('has its parameters beside its name, else on one line, else on a line each', () => {
    expect(signatureLine('f', ['a: int', 'b: int'], 'None')).toBe(
      'async def f(a: int, b: int) -> None:',
    );
    expect(signatureLine(long('f'), ['a: int', 'b: int', 'c: int'], 'None')).toBe(
      `async def ${long('f')}(\n    a: int, b: int, c: int\n) -> None:`,
    );
    expect(signatureLine('f', [long('a'), long('b')], 'None')).toBe(
      `async def f(\n    ${long('a')},\n    ${long('b')},\n) -> None:`,
    );
  });
});

describe('fieldLine', () => {
  const value = call('f', 'a'.repeat(30), 'b'.repeat(30));

  it('breaks its value, else puts it into parentheses, else breaks its annotation', () => {
    expect(fieldLine('x', 'int')).toBe('    x: int');
    expect(fieldLine('x', 'int', '1')).toBe('    x: int = 1');
    expect(fieldLine('x', 'c'.repeat(40), value)).toBe(
      `    x: ${'c'.repeat(40)} = f(\n        ${'a'.repeat(30)},\n        ${'b'.repeat(30)},\n    )`,
    );
    expect(fieldLine('x', 'c'.repeat(89), value)).toBe(
      `    x: ${'c'.repeat(89)} = (\n        f(${'a'.repeat(30)}, ${'b'.repeat(30)})\n    )`,
    );
    expect(fieldLine('x', `M[${'c'.repeat(93)}]`, value)).toBe(
      `    x: M[\n        ${'c'.repeat(93)}\n    ] = f(${'a'.repeat(30)}, ${'b'.repeat(30)})`,
    );
    expect(fieldLine('x', 'c'.repeat(95))).toBe(`    x: (\n        ${'c'.repeat(95)}\n    )`);
  });
});

describe('classLine', () => {
  it('has a base a line when they are long', () => {
    expect(classLine('A', 'B')).toBe('class A(B):');
    expect(classLine(long('A'), long('B'))).toBe(`class ${long('A')}(\n    ${long('B')},\n):`);
  });
});
