/**
 * Calls `before` ahead of each call of this `node:fs` that writes, or of each that reads; what it throws
 * is thrown by the call. Returns a function that ends it. Needs nothing around it, because it also travels as text.
 */
export function watchCalls(
  fs: typeof import('node:fs'),
  kind: 'writes' | 'reads',
  before: (call: string, path: string) => void,
): () => void {
  const names = {
    writes:
      'open write writev writeFile appendFile ftruncate truncate fsync fdatasync rename link symlink unlink rm rmdir mkdir mkdtemp chmod fchmod chown fchown copyFile cp utimes futimes',
    reads: 'open readFile readdir opendir stat lstat access realpath readlink',
  };
  type Call = (...args: unknown[]) => unknown;
  const undo: (() => void)[] = [];
  let isInside = false;
  const opensToRead = (flags: unknown): boolean =>
    typeof flags === 'number' ? (flags & 3) === 0 : flags === undefined || flags === 'r';
  const isWatched = (call: string, flags: unknown): boolean =>
    !call.startsWith('open') || opensToRead(flags) === (kind === 'reads');
  const wrap = (holder: Record<string, Call>, call: string): void => {
    const real = holder[call];
    if (typeof real !== 'function') return;
    const watched = function (this: unknown, ...args: unknown[]) {
      if (!isInside && isWatched(call, args[1])) {
        isInside = true;
        try {
          before(call, args.slice(0, 2).map(String).join(' ').slice(0, 200));
        } finally {
          isInside = false;
        }
      }
      return real.apply(this, args);
    };
    // `realpath.native` and the like.
    holder[call] = Object.assign(watched, real);
    undo.push(() => {
      holder[call] = real;
    });
  };
  for (const name of names[kind].split(' ')) {
    wrap(fs as unknown as Record<string, Call>, `${name}Sync`);
    wrap(fs as unknown as Record<string, Call>, name);
    wrap(fs.promises as unknown as Record<string, Call>, name);
  }
  const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
  // `import { renameSync } from 'node:fs'` sees the wrapped ones only after this.
  syncBuiltinESMExports();
  return () => {
    for (const restore of undo) restore();
    syncBuiltinESMExports();
  };
}
