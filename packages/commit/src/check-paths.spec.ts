import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';

import type { HutError } from '@hut/errors';
import fc from 'fast-check';

import { checkPaths } from './commit.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hut-paths-'));
  mkdirSync(join(root, 'app'));
  mkdirSync(join(root, '.git/hooks'), { recursive: true });
  writeFileSync(join(root, 'app/user.py'), '');
  writeFileSync(join(root, 'café.py'.normalize('NFC')), '');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function refusal(...paths: readonly string[]): string {
  try {
    checkPaths(root, paths);
  } catch (error) {
    const { id, message, hint } = error as HutError;
    expect(hint).not.toBe('');
    return `${id}: ${message}`;
  }
  return 'none';
}

describe('checkPaths', () => {
  it.each([
    ['', 'is empty'],
    ['../a', '".." part'],
    ['app/../../a', '".." part'],
    ['./a', '".." part'],
    ['a//b', 'an empty'],
    ['a/', 'an empty'],
    ['/etc/passwd', 'absolute'],
    ['C:/a', 'absolute'],
    ['c:a', 'absolute'],
    ['app\\a', 'backslash'],
    ['a\0b', 'control character'],
    ['a\nb', 'control character'],
    ['.git/hooks/pre-commit', "git's own"],
    ['sub/.GIT/config', "git's own"],
    ['.g\u200Cit/config', "git's own"],
    ['.git./config', 'dot or a blank'],
    ['.git', "git's own"],
    ['.hut/lock', "hut's own"],
    ['.hut/stage/0', "hut's own"],
    ['.HUT/base/a', "hut's own"],
    ['.hut/base', "hut's own"],
    ['.hut/made', "hut's own"],
    ['.hut', "hut's own"],
  ])('refuses %j: %s', (path, reason) => {
    expect(refusal('ok.py', path)).toMatch(/^bad-path: /);
    expect(refusal(path)).toContain(reason);
    expect(refusal(path)).toContain(JSON.stringify(path));
  });

  it.each([
    '.gitignore',
    '.hut/base/app/main.py',
    '.hut/made/migrations/versions/0001_initial.py.made',
    'app/user.py',
    'a..b',
    '[id].py',
    'ü.py',
  ])('allows %s', (path) => {
    expect(refusal(path)).toBe('none');
  });

  it('refuses a parent that is a file', () => {
    expect(refusal('app/user.py/x.py')).toMatch(
      /^blocked-path: .*app\/user\.py\/x\.py: app\/user\.py is a file/,
    );
  });

  it('refuses a target that is a folder or a link', () => {
    symlinkSync('user.py', join(root, 'app/link.py'));
    symlinkSync('/nowhere', join(root, 'app/dangling.py'));
    expect(refusal('app')).toContain('cannot write app: it is a folder');
    expect(refusal('app/link.py')).toContain('cannot write app/link.py: it is a link');
    expect(refusal('app/dangling.py')).toContain('it is a link');
  });

  it('refuses a folder link that leads out of the project, or nowhere', () => {
    symlinkSync(tmpdir(), join(root, 'out'));
    symlinkSync(`${root}-twin`, join(root, 'twin'));
    symlinkSync('/nowhere', join(root, 'dangling'));
    mkdirSync(`${root}-twin`);
    try {
      expect(refusal('out/a.py')).toContain('cannot write out/a.py: out leads out of the project');
      expect(refusal('twin/a.py')).toContain('twin leads out of the project');
      expect(refusal('dangling/a.py')).toContain('dangling is a link that leads nowhere');
    } finally {
      rmSync(`${root}-twin`, { recursive: true });
    }
  });

  it('allows a folder link within the project, but not into .git or .hut', () => {
    symlinkSync('app', join(root, 'src'));
    symlinkSync('.git/hooks', join(root, 'hooks'));
    mkdirSync(join(root, '.hut/runs'), { recursive: true });
    symlinkSync('.hut/runs', join(root, 'runs'));
    expect(refusal('src/a.py')).toBe('none');
    expect(refusal('hooks/pre-commit')).toContain("git's own");
    expect(refusal('runs/a')).toContain("hut's own");
  });

  it('refuses two paths that are one file where case or composition does not count', () => {
    expect(refusal('app/a.py', 'app/A.py')).toBe(
      'clashing-paths: app/a.py and app/A.py are one file where case does not count.',
    );
    expect(refusal('é.py'.normalize('NFC'), 'é.py'.normalize('NFD'))).toMatch(/^clashing-paths/);
    symlinkSync('app', join(root, 'src'));
    expect(refusal('app/x.py', 'src/x.py')).toMatch(/^clashing-paths/);
  });

  it('refuses a path that another spelling of is on the disk', () => {
    expect(refusal('app/User.py')).toContain('cannot write app/User.py: user.py is there');
    expect(refusal('App/new.py')).toContain('app is there');
    expect(refusal('café.py'.normalize('NFD'))).toMatch(/^blocked-path/);
  });

  it('refuses a path that is file and folder at once', () => {
    expect(refusal('x', 'x/y.py')).toContain('x and x/y.py need a folder and a file of one name');
    expect(refusal('X/z/y.py', 'x/Z')).toMatch(/^clashing-paths/);
  });

  it('knows the rules before there is a project', () => {
    root = join(root, 'not/yet');
    expect(refusal('app/main.py')).toBe('none');
    expect(refusal('../x')).toMatch(/^bad-path/);
    mkdirSync(root, { recursive: true });
    root = join(root, '../..');
  });

  it('allows nothing that is not in the project', () => {
    const part = fc.constantFrom(
      'a',
      '.',
      '..',
      '',
      '.git',
      '.GIT',
      '.hut',
      'base',
      '\\',
      ' ',
      'C:',
      '~',
      '.hut ',
      '\u200d',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 5 }),
        fc.constantFrom('/', '\\', '//'),
        (parts, by) => {
          const path = parts.join(by);
          if (refusal(path) !== 'none') return;
          const where = resolve(root, path);
          expect(where.startsWith(root + sep)).toBe(true);
          expect(where.slice(root.length)).not.toMatch(/\/\.git(\/|$)/i);
          expect(where.slice(root.length)).not.toMatch(/^\/\.hut(?!\/base\/.)/i);
        },
      ),
    );
  });
});
