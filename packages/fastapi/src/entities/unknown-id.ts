import type { Blueprint } from '@hut/blueprint';

/** An id that no record has, as Python code: the greatest number of a column, or a UUID that nobody draws. */
export function unknownIdCode({ ids }: Pick<Blueprint, 'ids'>): string {
  return ids === 'int' ? '2**31 - 1' : '"00000000-0000-4000-8000-000000000000"';
}
