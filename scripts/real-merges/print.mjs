import { createTwoFilesPatch } from 'diff';
import { CLASSES } from './score.mjs';

const isClean = ({ class: name }) => ['side', 'words', 'same', 'other', 'worse'].includes(name);
const share = (sorted, part) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** The figures of scored cases, for --json and for the tables. */
export function summarise(scored) {
  const times = scored.map(({ ms }) => ms).sort((one, other) => one - other);
  const count = (test) => scored.filter(test).length;
  const right = count((one) => one.class === 'right');
  const gitRight = count((one) => one.gitRight);
  return {
    cases: scored.length,
    git: {
      right: gitRight,
      other: count((one) => one.gitText !== undefined && !one.gitRight),
      conflict: count((one) => one.gitText === undefined),
    },
    ours: Object.fromEntries(
      Object.keys(CLASSES).map((name) => [name, count((one) => one.class === name)]),
    ),
    clean: count(isClean),
    ratio: right / Math.max(1, gitRight),
    regressions: (100 * count((one) => one.class === 'regression')) / Math.max(1, scored.length),
    ms: { median: share(times, 0.5), p95: share(times, 0.95), max: share(times, 1) },
  };
}

/** The tables: all, by kind of file, and the times. */
export function printSummary(scored) {
  const kinds = [...new Set(scored.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) => [kind, scored.filter((one) => one.kind === kind)]);
  console.log(tableOf([...rows, ['all', scored]]).join('\n'));
  const { ratio, regressions, ms } = summarise(scored);
  console.log(`\nright, against git's: ${ratio.toFixed(3)}`);
  console.log(
    `conflicts where git is clean and right, broken commits aside: ${regressions.toFixed(2)} %`,
  );
  console.log(
    `ms a merge: median ${ms.median.toFixed(1)}, p95 ${ms.p95.toFixed(1)}, max ${ms.max.toFixed(0)}`,
  );
  for (const { path, commit, faults } of scored.filter((one) => one.class === 'broken'))
    console.log(`broken commit ${commit.slice(0, 10)} ${path}: ${faults.join('; ')}`);
}

function tableOf(rows) {
  const names = Object.keys(CLASSES);
  const head = ['kind', 'cases', 'git right', 'git other', ...names];
  return [
    head,
    head.map(() => '---'),
    ...rows.map(([kind, cases]) => rowOf(kind, summarise(cases))),
  ].map((cells) => `| ${cells.join(' | ')} |`);
}

function rowOf(kind, { cases, git, ours }) {
  return [kind, cases, git.right, git.other, ...Object.values(ours)];
}

/** One case as diffs: what both sides did, and how our merge differs from what was committed. */
export function showCase({ commit, path, base, mine, next, done, merge, gitText, class: name }) {
  const patch = (title, one, other) =>
    createTwoFilesPatch(title, title, one, other, '', '', { context: 3 })
      .split('\n')
      .slice(3)
      .join('\n');
  console.log(
    `\n${'='.repeat(20)} ${name}: ${path} in ${commit}${gitText === undefined ? '' : ' (git: clean)'}`,
  );
  if (!merge.ok) console.log(`reason: ${merge.reason}`);
  console.log(`--- mine\n${patch('mine', base, mine)}\n--- next\n${patch('next', base, next)}`);
  console.log(
    `--- from what was committed to ours\n${patch('ours', done, merge.ok ? merge.text : merge.markers)}`,
  );
}
