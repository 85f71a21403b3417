import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLaterVersion } from './build-later-version.ts';
import { editSource } from './source-edit.ts';

describe('a later version', () => {
  it.each(['0.2.0', '0.3.0'] as const)(
    '%s is a command of its own',
    (version) => {
      const words = [buildLaterVersion(version), '--version'];
      expect(execFileSync(process.execPath, words, { encoding: 'utf8' })).toBe(`${version}\n`);
    },
    120_000,
  );

  it('is not built when an edit of it finds nothing to edit', () => {
    const root = mkdtempSync(join(tmpdir(), 'hut-later-'));
    writeFileSync(join(root, 'a.ts'), 'one\n');
    const edit = { in: 'a.ts', from: 'two', to: 'three' };
    expect(() => editSource(root, edit)).toThrow('a.ts: it does not say "two"');
    expect(() => editSource(root, { drop: 'b.ts' })).toThrow('b.ts: it is gone');
    expect(() => editSource(root, { add: 'a.ts', text: '' })).toThrow('a.ts: it is there');
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe('one\n');
    rmSync(root, { recursive: true });
  });
});
