/** docs/keeping.md is a walk: its commands are run, its edit is made, what it says that hut says is compared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hutHere } from './commands/hut-here.ts';
import { openFolder, type Folder } from './yeoman/open-folder.ts';

const guide = readFileSync(join(import.meta.dirname, '../docs/keeping.md'), 'utf8');
const blocks = [...guide.matchAll(/(?:In `([^`]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)];
const refused = [...guide.matchAll(/^\| `hut ([^`]+)` +\| `([^`]+)` +\|$/gm)];

let folder: Folder;
beforeAll(() => (folder = openFolder()));
afterAll(() => folder.remove());

const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|\S+/g)].map(([whole, text]) => text ?? whole).slice(1);

/** Runs the lines of a block; returns what the last one said. */
async function runLines(lines: readonly string[]): Promise<string> {
  let said = '';
  for (const line of lines.filter((one) => one !== 'cd shop')) {
    const isNew = line.startsWith('hut build');
    const added = isNew ? ['--no-install', '--no-git'] : [];
    const at = join(folder.root, isNew ? '' : 'shop');
    const ran = await hutHere([...wordsOf(line), ...added], at);
    expect({ line, ...ran }).toMatchObject({ exitCode: 0, stderr: '' });
    said = ran.stdout;
  }
  return said;
}

/** Makes the edit of a diff block: its lines without the new ones stand in the file. */
function edit(path: string, diff: string): void {
  const lines = diff.trimEnd().split('\n');
  const without = (sign: string): string =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  folder.edit(`shop/${path}`, without('+'), without('-'));
}

describe('docs/keeping.md', () => {
  it('is a walk whose commands run, and say what it says', async () => {
    let said = '';
    for (const [, path, language, text] of blocks) {
      if (language === 'diff') edit(path!, text!);
      if (language === 'text') expect(said).toContain(text!);
      if (language === 'sh') said = await runLines(text!.trimEnd().split('\n'));
    }
    expect(folder.read('shop/app/services/article_service.py')).toContain('def shout');
  });

  it.each(refused.map(([, line, answer]) => [line!, answer!]))(
    'says rightly that hut %s is refused: %s',
    async (line, answer) => {
      const before = folder.files();
      const { exitCode, stderr } = await hutHere(line, join(folder.root, 'shop'));
      expect([exitCode, stderr.split('\n')[0]]).toEqual([3, answer]);
      expect(folder.files()).toEqual(before);
    },
  );
});
