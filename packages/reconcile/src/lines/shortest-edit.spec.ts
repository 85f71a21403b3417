import { describe, expect, it } from '@jest/globals';
import { diffArrays, type ChangeObject } from 'diff';
import fc from 'fast-check';
import { findShortestEdit, type Edit } from './shortest-edit.ts';

const TEXT = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 16 });

describe('findShortestEdit', () => {
  it('makes the other text out of base', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (base, other) => {
        const edits = findShortestEdit(base, other, 100)!;
        expect(apply(edits, base, other)).toEqual(other);
      }),
      { numRuns: 500 },
    );
  });

  it('needs as few lines as the package diff, and gives up where that does', () => {
    fc.assert(
      fc.property(TEXT, TEXT, fc.integer({ min: 1, max: 20 }), (base, other, most) => {
        const changes = diffArrays(base, other, { maxEditLength: most });
        const edits = findShortestEdit(base, other, most);
        expect(edits && sizeOf(edits)).toBe(changes && sizeOfChanges(changes));
      }),
      { numRuns: 500 },
    );
  });
});

function apply(edits: readonly Edit[], base: readonly string[], other: readonly string[]) {
  const lines: string[] = [];
  let index = 0;
  for (const { start, end, from, to } of edits) {
    lines.push(...base.slice(index, start), ...other.slice(from, to));
    index = end;
  }
  return [...lines, ...base.slice(index)];
}

function sizeOf(edits: readonly Edit[]): number {
  return edits.reduce((sum, { start, end, from, to }) => sum + end - start + to - from, 0);
}

function sizeOfChanges(changes: readonly ChangeObject<string[]>[]): number {
  return changes.reduce(
    (sum, { added, removed, count }) => sum + (added || removed ? count : 0),
    0,
  );
}
