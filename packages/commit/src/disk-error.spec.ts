import { readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { findDiskError } from './disk-error.ts';

/** An error as `node:fs` makes it. */
const failure = (code: string, syscall: string, path = '/shop/app/main.py') =>
  Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall, path });

const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('an error of the disk that nobody expected', () => {
  it.each([
    ['EIO', 'read', 'cannot read app/main.py: the disk refused (EIO, read).'],
    ['EIO', 'lstat', 'cannot look at app/main.py: the disk refused (EIO, lstat).'],
    ['EACCES', 'scandir', 'cannot read app/main.py: no permission (EACCES, scandir).'],
    ['EROFS', 'mkdir', 'cannot write app/main.py: the disk is read-only (EROFS, mkdir).'],
    ['ENOSPC', 'write', 'cannot write app/main.py: the disk is full (ENOSPC, write).'],
  ])('%s in %s is told in words', (code, syscall, message) => {
    const error = findDiskError('/shop', failure(code, syscall));
    expect(error).toMatchObject({ message, exitCode: 3 });
    expect(error!.hint).toContain('run the command again');
  });

  it('is none where a mistake of ours may be the cause: that keeps its stack', () => {
    expect(
      findDiskError(
        '/',
        caught(() => readFileSync('/not/there')),
      ),
    ).toBeUndefined();
    expect(
      findDiskError(
        '/',
        caught(() => writeFileSync('/', '')),
      ),
    ).toBeUndefined();
    expect(findDiskError('/', spawnSync('/not/there').error)).toBeUndefined();
    expect(findDiskError('/', new TypeError('x is not a function'))).toBeUndefined();
  });
});
