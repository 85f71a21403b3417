/** docs/guarantees.md promises nothing that no test holds. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/guarantees.md'), 'utf8');
const [, promises] = page.split(/^## The promises$/m);
const rows = promises!
  .split(/^## /m)[0]!
  .split('\n')
  .filter((line) => line.startsWith('| **'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/guarantees.md', () => {
  it.each(rows.map(([, promise, , heldBy]) => [promise!, heldBy!] as const))(
    'names the tests that hold: %s',
    (_promise, heldBy) => {
      const paths = [...heldBy.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
      expect(paths).not.toEqual([]);
      for (const path of paths) {
        expect(path).toMatch(/\.(spec|ring)\.ts$/);
        expect({ path, isThere: existsSync(join(root, path)) }).toEqual({ path, isThere: true });
      }
    },
  );

  it('names files and headings that are there', () => {
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!.toLowerCase().replaceAll(' ', '-'),
    );
    for (const [, target] of page.matchAll(/\]\(([^)]+)\)/g)) {
      const [path, anchor] = target!.split('#');
      if (path === '') expect(headings).toContain(anchor);
      else expect(existsSync(join(root, 'docs', path!))).toBe(true);
    }
  });
});
