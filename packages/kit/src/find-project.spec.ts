import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { recover } from '@hut/commit';
import { refuseForeignFolder } from './find-project.ts';

describe('a folder whose name is too long', () => {
  const folder = join(tmpdir(), 'x'.repeat(256));

  it.each([
    ['before it is opened', () => refuseForeignFolder(folder)],
    ['before it is recovered', () => recover(folder)],
  ])('is refused %s', (_, work) => {
    expect(work).toThrow(expect.objectContaining({ id: 'bad-folder', exitCode: 3 }));
  });
});
