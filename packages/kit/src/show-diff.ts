import { createTwoFilesPatch } from 'diff';

/** The unified diff of one file, null where it does not exist; '' when both are equal. */
export function showDiff(path: string, before: string | null, after: string | null): string {
  if (before === after) return '';
  const [from, to] = [
    before === null ? '/dev/null' : `a/${path}`,
    after === null ? '/dev/null' : `b/${path}`,
  ];
  const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, {
    context: 3,
  });
  return patch.replace(/^=+\n/, '');
}
