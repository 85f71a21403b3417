import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasOwnWords, isUnion, openShapes } from './shape.mjs';

/** What a merge of ours can be, best first, and what that says. */
export const CLASSES = {
  right: 'says what was committed',
  side: 'clean; a person took one side whole',
  words: 'clean; a person wrote words that are in none of the three',
  same: 'clean; git merges to the same, a person did otherwise',
  other: 'clean, other than what was committed',
  worse: 'clean, other than what was committed, where git is right',
  broken:
    'a conflict where git is clean and right, but what was committed is shown broken or doubled',
  regression: 'a conflict where git is clean and right',
  refused: 'a conflict where git is clean, but other than what was committed',
  needless: 'a conflict, as in git, though what was committed is both sides and nothing else',
  conflict: 'a conflict, as in git',
  crash: 'no answer',
};

/** Scores every case: what git made of it, the class of what we made of it, and our time. */
export function scoreCases(cases, { git, engine }) {
  const { sayTheSame } = openShapes(engine);
  return markBroken(cases.map(scoreCase));

  function scoreCase(texts) {
    const { path } = texts;
    const is = (text, other) => text !== undefined && sayTheSame(path, text, other);
    const gitText = git.merge(texts);
    const gitRight = is(gitText, texts.done);
    const { merge, ms } = mergeTimed(texts);
    const kind = engine.toFileKind(path);
    const found = { ...texts, kind, gitText, gitRight, merge, ms };
    return { ...found, class: classOf(found, is) };
  }

  function mergeTimed({ path, base, mine, next }) {
    const started = { wall: performance.now(), used: process.cpuUsage() };
    const merge = tryMerge(() => engine.mergeTexts(path, base, mine, next));
    return { merge, ms: msSince(started) };
  }
}

/** Others on a busy machine lengthen the wall time, threads that collect garbage the processor time: the shorter is ours. */
function msSince({ wall, used }) {
  const { user, system } = process.cpuUsage(used);
  return Math.min(performance.now() - wall, (user + system) / 1000);
}

function tryMerge(merge) {
  try {
    return merge();
  } catch (error) {
    return { ok: false, crashed: true, reason: String(error?.stack ?? error), markers: '' };
  }
}

function classOf({ merge, gitText, gitRight, mine, next, done, ...texts }, is) {
  const all = { ...texts, mine, next, done };
  if (merge.crashed) return 'crash';
  if (!merge.ok) return classOfConflict(all, gitText, gitRight);
  if (is(merge.text, done)) return 'right';
  if (gitRight) return 'worse';
  if (is(gitText, merge.text)) return 'same';
  if (is(done, mine) || is(done, next)) return 'side';
  return hasOwnWords(all) ? 'words' : 'other';
}

function classOfConflict(texts, gitText, gitRight) {
  if (gitRight) return 'regression';
  if (gitText !== undefined) return 'refused';
  return isUnion(texts) ? 'needless' : 'conflict';
}

const JUDGE = join(dirname(fileURLToPath(import.meta.url)), 'broken.py');

/** Asks Python what is wrong with the commits that we would not have made. */
function markBroken(scored) {
  const doubtful = scored.filter((one) => ['regression', 'worse'].includes(one.class));
  if (doubtful.length === 0) return scored;
  const input = JSON.stringify(
    doubtful.map(({ path, base, mine, next, done }) => ({ path, base, mine, next, done })),
  );
  const run = spawnSync('python3', [JUDGE], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`python3 ${JUDGE}: ${run.stderr}`);
  const faults = new Map(JSON.parse(run.stdout).map((found, at) => [doubtful[at], found]));
  return scored.map((one) => {
    const found = faults.get(one) ?? [];
    return found.length === 0 ? one : { ...one, class: 'broken', faults: found };
  });
}
