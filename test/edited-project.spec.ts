/** An edit in each generated file survives a re-run and a changed option, or is named as a conflict and nothing is written. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { runHut } from '@hut/testing';

const parent = mkdtempSync(join(tmpdir(), 'hut-edited-'));
const root = join(parent, 'shop');
runHut(['build', 'shop', '--yes', '--no-install', '--no-git'], parent);
const rendered = readdirSync(join(root, '.hut/base'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(join(root, '.hut/base').length + 1)
      .replace(/(\.git\w+)\.base$/, '$1'),
  )
  .sort();
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const mark = 'edited-by-the-user';

/** A line of the user's that is legal in a file of this kind. */
function ownLine(path: string): string {
  if (/\.(html|md)$/.test(path)) return `<!-- ${mark} -->`;
  return extname(path) === '.mako' ? `## ${mark}` : `# ${mark}`;
}

const snapshot = (): string =>
  rendered.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');

describe('an edit at the top, in the middle and at the end of', () => {
  it.each(rendered)('%s is still there, or the file is named', (path) => {
    for (const place of [0, 0.5, 1]) {
      const folder = join(parent, 'copy');
      rmSync(folder, { recursive: true, force: true });
      cpSync(root, folder, { recursive: true });
      const lines = readFileSync(join(folder, path), 'utf8').split('\n');
      lines.splice(Math.floor((lines.length - 1) * place), 0, ownLine(path));
      writeFileSync(join(folder, path), lines.join('\n'));
      for (const args of [[], ['--python', '3.13', '--description', 'Another shop']]) {
        const before = readFileSync(join(folder, path), 'utf8');
        const { exitCode, stderr } = runHut(['build', '--yes', ...args], folder);
        const text = readFileSync(join(folder, path), 'utf8');
        expect(text).toContain(mark);
        if (exitCode !== 0) {
          expect({ exitCode, named: stderr.includes(path), text }).toEqual({
            exitCode: 2,
            named: true,
            text: before,
          });
        }
      }
    }
  });
});

describe('a project that was built with an option', () => {
  it('has the same bytes as one that got it later', () => {
    const late = join(parent, 'late');
    runHut(['build', 'late/shop', '--yes', '--no-install', '--no-git', '--python', '3.13'], parent);
    const direct = rendered.map((path) => readFileSync(join(late, 'shop', path), 'utf8'));
    const before = snapshot();
    runHut(['build', '--yes', '--python', '3.13'], root);
    expect(rendered.map((path) => readFileSync(join(root, path), 'utf8'))).toEqual(direct);
    runHut(['build', '--yes', '--python', '3.11'], root);
    expect(snapshot()).toBe(before);
  });
});
