/** Whatever a person writes as a free text in hut.yaml: the output parses, means the same, and runs nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { stringify } from 'yaml';
import { pythonText } from '@hut/render';
import { requireUv, runHut, runTool } from '@hut/testing';

const hostile: readonly (readonly [string, string])[] = [
  ['double quotes', 'say "hello" to """everyone"""'],
  ['single quotes', "it's '''quoted'''"],
  ['both quotes', `"it's" 'so' "it's"`],
  ['backslashes', 'C:\\new\\table\\x41\\'],
  ['line ends', 'one\ntwo\r\nthree\n\n# four'],
  ['braces', '{name} {{ jinja }} {% raw %} }}{{'],
  ['shell', '$HOME ${PATH} $(touch hacked) `touch hacked` && touch hacked; #'],
  ['template marks', '<% throw 1 %> <%- view.x %> %>'],
  ['markup', '</title><script>alert(1)</script> &amp; <!-- -->'],
  ['Markdown', '# title\n- list\n[link](javascript:alert(1)) `code` ***'],
  ['emoji and scripts', '🛖 👩‍👩‍👧 Ünïcödé Кириллица 漢字 ‮rtl‬'],
  ['controls', 'bell\u0007 nul-like\u0001 tab\t nbsp\u00a0 zero\u200bwidth bom\ufeff sep\u2028'],
  ['YAML', 'yes: no, [1, 2], *alias, !!python/object:os.system, %TAG'],
  ['five thousand characters', 'A shop with "quotes" and \\backslashes\\ and words. '.repeat(100)],
  ['long text in wide characters', '漢字かな交じり文 "引用" と \'引用\' を含む。 '.repeat(60)],
  ['long text with both quotes', `"it's" 'so' "it's" or it isn't "so". `.repeat(80)],
  ['five thousand characters without a blank', 'x"\\'.repeat(1667)],
];

describe('a project described by', () => {
  const parent = mkdtempSync(join(tmpdir(), 'hut-hostile-'));
  const tools = requireTools();
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  it.each(hostile)('%s means what was written, and is formatted', (name, description) => {
    const folder = `p-${hostile.findIndex(([other]) => other === name)}`;
    const from = join(parent, `${folder}.yaml`);
    writeFileSync(from, stringify({ hut: 1, name: 'shop', description }));
    const built = runHut(
      ['build', folder, '--from', from, '--yes', '--no-install', '--no-git'],
      parent,
    );
    expect(built).toMatchObject({ exitCode: 0, stderr: '' });
    const root = join(parent, folder);
    const read = (path: string): string => readFileSync(join(root, path), 'utf8');

    const project = (parseToml(read('pyproject.toml')) as { project: { description: string } })
      .project;
    expect(project.description).toBe(description);
    const inPython = runTool(
      'python3',
      ['-c', 'import json, app.about as a; print(json.dumps(a.DESCRIPTION))'],
      root,
    );
    expect(JSON.parse(inPython)).toBe(description);
    expect(read('README.md')).not.toMatch(/<script>|^- list/m);
    runTool(join(tools, 'ruff'), ['check', '--no-cache', 'app', 'tests'], root);
    runTool(join(tools, 'ruff'), ['format', '--no-cache', '--check', 'app', 'tests'], root);
    expect(runHut(['build', '--yes', '--dry-run', '--check'], root)).toMatchObject({ exitCode: 0 });
  });
});

describe('a text of any length near the line length', () => {
  const mixes = [
    'word ',
    `it's a "q" `,
    `"'`,
    `it's "so" 'so' `,
    'C:\\new\\ ',
    '\\',
    'tab\there\n',
    '漢字 ',
    '漢"字\'',
    'é\u0301"n ',
    '\u1112\u1161\u11ab ',
    '❤️ 🇺🇸 👩‍👧 ',
    'nobreak',
    `x"\\'`,
  ];
  const texts = mixes.flatMap((mix) =>
    Array.from({ length: 131 }, (_, length) =>
      [...mix.repeat(length + 20)].slice(0, 20 + length).join(''),
    ),
  );

  it('is formatted as ruff formats it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hut-widths-'));
    const file = join(folder, 'about.py');
    const indent = 'DESCRIPTION = '.length;
    writeFileSync(
      file,
      texts.map((text) => `DESCRIPTION = ${pythonText(text, { indent })}\n`).join(''),
    );
    const options = ['--isolated', '--no-cache', '--line-length', '100'];
    const ruff = join(requireTools(), 'ruff');
    const format = (): string => runTool(ruff, ['format', ...options, '--diff', file], folder);
    expect(format).not.toThrow();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** Folder of ruff, fetched into the cache by uv. */
function requireTools(): string {
  const folder = join(process.cwd(), '.cache', 'ruff');
  runTool(requireUv(), ['venv', '--quiet', '--allow-existing', folder], process.cwd());
  runTool(
    requireUv(),
    ['pip', 'install', '--quiet', '--python', folder, 'ruff>=0.14'],
    process.cwd(),
  );
  return join(folder, 'bin');
}
