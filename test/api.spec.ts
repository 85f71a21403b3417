/** docs/api.md and the declarations that are published say the same, and every name has its line of doc. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/api.md'), 'utf8');

/** The published declarations of an entry. Throws with the line that makes them. */
function declarationsOf(entry: string): string {
  const path = join(root, 'dist', `${entry}.d.ts`);
  if (!existsSync(path)) throw new Error(`dist/${entry}.d.ts is missing. Make it: npm run build`);
  return readFileSync(path, 'utf8');
}

function exportsOf(declarations: string): readonly string[] {
  return [...declarations.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, names]) => names!.split(','))
    .map((name) => name.trim());
}

/** What stands in backticks in the first cells of the tables below `generator-hut/<entry>`. */
function listedOf(entry: string): readonly string[] {
  const [, section] = page.split(`\n## \`generator-hut/${entry}\`\n`);
  const rows = section!.split('\n## ')[0]!.split('\n');
  const names = rows.filter((row) => row.startsWith('| `')).map((row) => row.split(' | ')[0]!);
  return names.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
}

/** The rows below a heading, or behind a sentence: their keys. */
function keysBelow(text: string): readonly string[] {
  const [, below] = page.split(`${text}\n\n`);
  const table = below!.split('\n\n')[0]!;
  return [...table.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key!);
}

/** The keys that a declared interface has. */
function membersOf(name: string, declarations: string): readonly string[] {
  const [, body] = new RegExp(`^interface ${name} \\{\n([^]*?)^\\}`, 'm').exec(declarations)!;
  return [...body!.matchAll(/^ {4}(?:readonly )?(\w+)\??:/gm)].map(([, key]) => key!);
}

/** The words between commas that no bracket holds. */
function splitParameters(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if ('({[<'.includes(character)) depth++;
    if (')}]'.includes(character) || (character === '>' && text[index - 1] !== '=')) depth--;
    if (depth < 0) break;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A parameter of a declaration and one of the page: the same name, and optional in both; what is taken apart has any. */
function fits(declared: string, listed: string | undefined): boolean {
  if (declared.startsWith('{')) {
    const isOptional = /^\{[^}]*\}\?/.test(declared);
    return listed !== undefined && isOptional === listed.endsWith('?');
  }
  return declared.split(':')[0] === listed;
}

const members = new Set([
  ...keysBelow('### A test project'),
  ...keysBelow('A run says, all of it optional:'),
]);

describe.each(['kit', 'testing', 'yeoman'])('generator-hut/%s', (entry) => {
  const declarations = declarationsOf(entry);
  const exported = exportsOf(declarations);
  const listed = listedOf(entry).filter((name) => !members.has(name));

  it('is on the page: each export, and nothing else', () => {
    const names = listed.map((name) => name.split('(')[0]!);
    expect([...names].sort()).toEqual([...exported].sort());
  });

  it('needs no types of workspaces, which are not published', () => {
    expect(declarations).not.toContain('@hut/');
  });

  it('takes what the page says', () => {
    const wrong = exported.flatMap((name) => {
      const at = new RegExp(`^declare function ${name}(?:<[^(]*>)?\\(`, 'm').exec(declarations);
      const call = listed.find((one) => one.split('(')[0] === name)!;
      if (at === null) return call.includes('(') ? [`${call} is no function`] : [];
      const declared = splitParameters(declarations.slice(at.index + at[0].length));
      const said = splitParameters(call.slice(name.length + 1));
      const isSame =
        call.includes('(') &&
        declared.length === said.length &&
        declared.every((parameter, index) => fits(parameter, said[index]));
      return isSame ? [] : [`${call}: it takes ${declared.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('has a line of doc on each export', () => {
    const bare = exported.filter(
      (name) =>
        !new RegExp(`\\*/\n(?:declare (?:function|const|class)|interface|type) ${name}\\b`).test(
          declarations,
        ),
    );
    expect(bare).toEqual([]);
  });
});

describe('a test project', () => {
  it.each([
    ['TestProject', '### A test project'],
    ['TestRun', 'A run says, all of it optional:'],
  ])('has the keys on the page: %s', (name, text) => {
    expect(keysBelow(text)).toEqual(membersOf(name, declarationsOf('testing')));
  });
});
