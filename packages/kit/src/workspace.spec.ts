import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHutYaml } from './read-hut-yaml.ts';
import { diskWorkspace } from './workspace.ts';

describe('diskWorkspace', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'hut-workspace-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const read = (path: string) => diskWorkspace(root).read(path);

  it('reads a file behind a link', () => {
    writeFileSync(join(root, 'real'), 'text');
    symlinkSync('real', join(root, 'link'));
    expect(read('link')?.text).toBe('text');
  });

  it('finds nothing behind a link that leads nowhere', () => {
    symlinkSync('nowhere', join(root, 'link'));
    expect(read('link')).toBeNull();
  });

  it('does not wait for a pipe', () => {
    expect(spawnSync('mkfifo', [join(root, 'pipe')]).status).toBe(0);
    expect(read('pipe')).toEqual({ text: { unreadable: 'it is no regular file' }, sha: null });
  });

  it('says in words what is wrong with a file', () => {
    mkdirSync(join(root, 'folder'));
    symlinkSync('circle', join(root, 'circle'));
    expect(read('folder')?.text).toEqual({ unreadable: 'it is a folder' });
    expect(read('circle')?.text).toEqual({ unreadable: 'its links lead in a circle' });
  });

  it('refuses a hut.yaml that is a folder, with a hint that fits', () => {
    mkdirSync(join(root, 'hut.yaml'));
    expect(() => readHutYaml(diskWorkspace(root))).toThrow(
      expect.objectContaining({
        id: 'unreadable',
        message: 'hut.yaml cannot be read: it is a folder',
        hint: expect.stringContaining('Move the folder away'),
      }),
    );
  });

  it("refuses a hut.yaml with git's conflict markers", () => {
    writeFileSync(join(root, 'hut.yaml'), 'hut: 1\n<<<<<<< a\nname: a\n=======\n>>>>>>> b\n');
    expect(() => readHutYaml(diskWorkspace(root))).toThrow(
      expect.objectContaining({ id: 'markers', exitCode: 2 }),
    );
  });
});
