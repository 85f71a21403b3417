import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { dotEnvText } from './dot-env.ts';
import { markdownText } from './markdown.ts';
import { pythonLiteral, pythonText } from './python.ts';
import { shellText } from './shell.ts';
import { tomlText } from './toml.ts';
import { yamlScalar, yamlText } from './yaml.ts';

/** What people write, and what attacks: quotes, backslashes, line ends, braces, template marks, emoji. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      '\t',
      '{',
      '}',
      '${',
      '<%',
      '{{',
      '#',
      '$(',
      '`',
      '\0',
      'a',
      ' ',
      '🛖',
      '\u202e',
      '\u2028',
      '"""',
    ),
    maxLength: 120,
  }),
);

function readByPython(expressions: readonly string[]): unknown {
  const script =
    'import ast, json, sys; print(json.dumps([ast.literal_eval(e) for e in json.load(sys.stdin)]))';
  return JSON.parse(
    execFileSync('python3', ['-c', script], {
      input: JSON.stringify(expressions),
      encoding: 'utf8',
    }),
  );
}

describe('each literal printer prints a text that its language reads back the same', () => {
  const texts = fc.sample(hostile, { numRuns: 400, seed: 1 });

  it('Python, on one line', () => {
    expect(texts.map(pythonLiteral).every((literal) => !literal.includes('\n'))).toBe(true);
    expect(readByPython(texts.map(pythonLiteral))).toEqual(texts);
  });

  it('Python, large numbers as ruff format leaves them', () => {
    expect([1e300, 1.5e-9, -7].map(pythonLiteral)).toEqual(['1e300', '1.5e-9', '-7']);
  });

  it('Python, in lines of at most 100 columns', () => {
    const wide = `${'漢字 '.repeat(200)}"it's"`;
    const printed = [wide, ...texts, 'word '.repeat(1000), '"\\'.repeat(2500)].map((text) =>
      pythonText(text, { indent: 14 }),
    );
    expect(printed.flatMap((text) => text.split('\n')).filter((line) => line.length > 100)).toEqual(
      [],
    );
    expect(readByPython(printed.slice(1, -2))).toEqual(texts);
  });

  it('TOML', () => {
    expect(texts.map((text) => parseToml(`x = ${tomlText(text)}`).x)).toEqual(texts);
  });

  it('YAML', () => {
    expect(texts.map((text) => parseYaml(`x: ${yamlText(text)}`).x)).toEqual(texts);
  });

  it('YAML, bare where nothing is special', () => {
    const words = [
      'uv run python -m mypy',
      'yes',
      'No',
      'null',
      'a: b',
      'a #b',
      '1e3',
      ' a',
      'a ',
      '',
    ];
    for (const text of [...words, ...texts])
      expect(parseYaml(`x: ${yamlScalar(text)}`, { version: '1.1' }).x).toBe(text);
    expect(yamlScalar('uv run python -m mypy')).toBe('uv run python -m mypy');
  });

  it('shell', () => {
    const safe = texts.filter((text) => !text.includes('\0'));
    const lines = safe.map((text) =>
      execFileSync('sh', ['-c', `printf '%s' ${shellText(text)}`], { encoding: 'utf8' }),
    );
    expect(lines.slice(0, 100)).toEqual(safe.slice(0, 100));
  });

  it('.env, bare where nothing is special', () => {
    expect(dotEnvText('sqlite+aiosqlite:///./shop.db')).toBe('sqlite+aiosqlite:///./shop.db');
    expect(dotEnvText("it's $HOME")).toBe("'it\\'s $HOME'");
  });

  it('Markdown, on one line that starts no block', () => {
    const lines = texts.map(markdownText);
    expect(lines.filter((line) => line.includes('\n') || /^(#|- |\+ |\d+\. )/.test(line))).toEqual(
      [],
    );
    expect(markdownText('# a *b* <script>')).toBe('\\# a \\*b\\* \\<script\\>');
  });
});
