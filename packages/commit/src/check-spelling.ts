import { HutError } from '@hut/errors';

/** What git and `.hut` keep of ours; all else in `.hut` is this package's own. */
const COMMITTED_IN_HUT = /^\.hut\/(base|made)\/.+$/;

/** Each: what is wrong with a path, and whether it is. */
const FAULTS: readonly (readonly [string, (path: string) => boolean])[] = [
  ['is empty', (path) => path === ''],
  ['has a control character in it', (path) => /[\x00-\x1f\x7f]/.test(path)],
  ['has a backslash in it', (path) => path.includes('\\')],
  ['is absolute', (path) => path.startsWith('/') || /^[A-Za-z]:/.test(path)],
  ['has an empty, "." or ".." part', (path) => path.split('/').some(isNoName)],
  // Windows drops them, and `.git.` is `.git` there.
  ['has a part that ends with a dot or a blank', (path) => /[. ](\/|$)/.test(path)],
  ["is git's own", (path) => path.split('/').some((part) => foldSpelling(part) === '.git')],
  ["is hut's own", (path) => isInHut(path) && !COMMITTED_IN_HUT.test(path)],
];

/** Takes a path of a planned change. Throws HutError `bad-path` when no project may have it. */
export function checkSpelling(path: string): void {
  const fault = FAULTS.find(([, isFaulty]) => isFaulty(path));
  if (fault === undefined) return;
  throw new HutError({
    id: 'bad-path',
    message: `${JSON.stringify(path)} ${fault[0]}: hut does not write there.`,
    hint: 'A path is relative to the project, with "/" between its parts; .git and most of .hut are not for files.',
  });
}

/** What file systems that ignore case and ways of composing letters take a path for. */
export function foldSpelling(path: string): string {
  // macOS also ignores the characters that nobody sees.
  return path
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase();
}

function isNoName(part: string): boolean {
  return part === '' || part === '.' || part === '..';
}

/** Whether a path is `.hut`, or lies in it. */
export function isInHut(path: string): boolean {
  return foldSpelling(path.split('/')[0]!) === '.hut';
}
