/**
 * Copies a tree with its links and modes. Two names of one file stay two names of one file, else
 * recovery would find another tree. Needs nothing around it, because it also travels as text.
 */
export function copyTree(
  fs: typeof import('node:fs'),
  from: string,
  to: string,
  seen: Map<number, string> = new Map(),
): void {
  const stats = fs.lstatSync(from);
  if (stats.isSymbolicLink()) {
    fs.symlinkSync(fs.readlinkSync(from), to);
  } else if (stats.isDirectory()) {
    fs.mkdirSync(to, { recursive: true });
    for (const name of fs.readdirSync(from)) copyTree(fs, `${from}/${name}`, `${to}/${name}`, seen);
    fs.chmodSync(to, stats.mode);
  } else if (seen.has(stats.ino)) {
    fs.linkSync(seen.get(stats.ino)!, to);
  } else {
    fs.copyFileSync(from, to);
    fs.chmodSync(to, stats.mode);
    seen.set(stats.ino, to);
  }
}
