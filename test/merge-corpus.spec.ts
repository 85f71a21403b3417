/** The files of a rendered project, edited, and rendered again: each result as a careful person would have it. */
import { KINDS, loadCases, type Case } from './merge-corpus/load-cases.ts';
import { mergeByGit, mergeByUs } from './merge-corpus/mergers.ts';

const cases = loadCases();
const sorted = <T>(items: readonly T[]): readonly T[] => [...new Set(items)].sort();

const OUTCOMES = ['right', 'needless conflict', 'right conflict', 'WRONG'] as const;
type Outcome = (typeof OUTCOMES)[number];

function judge({ expected }: Case, result: string | undefined): Outcome {
  if (result === undefined) return expected.length === 0 ? 'right conflict' : 'needless conflict';
  return expected.includes(result) ? 'right' : 'WRONG';
}

function toRow(title: string, outcomes: readonly Outcome[]): string {
  const counts = OUTCOMES.map((name) => outcomes.filter((outcome) => outcome === name).length);
  return `| ${title.padEnd(14)} | ${counts.map((count, at) => String(count).padStart(OUTCOMES[at]!.length)).join(' | ')} |`;
}

describe('merges of a rendered project', () => {
  it.each(cases.map((one) => [one.label, one] as const))('%s', (_, one) => {
    // A gap is a conflict that nobody needs: known, and this fails when it is none any more.
    const [right, or] = one.gap === undefined ? one.expected : [];
    const result = mergeByUs(one);
    expect(result).toBe(result === or ? or : right);
  });

  it('are two hundred and more, of every kind, with one to four edits', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(sorted(cases.map(({ edit }) => edit))).toEqual(sorted(KINDS));
    expect(sorted(cases.map(({ edits }) => edits))).toEqual([1, 2, 3, 4]);
  });

  it('are never wrong, and one in twenty at most is refused without need', () => {
    const git = mergeByGit(cases).map((result, at) => judge(cases[at]!, result));
    const ours = cases.map((one) => judge(one, mergeByUs(one)));
    const gaps = cases.filter(({ gap }) => gap !== undefined);
    process.stdout.write(
      [
        `| ${String(cases.length).padEnd(14)} | ${OUTCOMES.join(' | ')} |`,
        toRow('git merge-file', git),
        toRow('hut', ours),
        ...gaps.map(({ label, gap }) => `gap: ${gap}\n     ${label}`),
        '',
      ].join('\n'),
    );
    expect(ours).not.toContain('WRONG');
    expect(ours.filter((one) => one === 'needless conflict').length).toBeLessThanOrEqual(
      cases.length / 20,
    );
  });
});
