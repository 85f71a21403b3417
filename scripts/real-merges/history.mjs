import { runGit } from './git.mjs';

/** So much of a history is looked at, newest first: a bound for the largest ones. */
const MOST_COMMITS = 300_000;

/**
 * All commits of a repository, children before their parents: parallel lists of commit ids, tree ids and the positions of parents.
 * Parents that are not there (a shallow clone) are left out, and so is every merge that has one.
 */
export function readHistory(repository) {
  const words = ['log', '--all', '--topo-order', `--max-count=${MOST_COMMITS}`];
  const text = runGit(repository, [...words, '--format=%H %T %P']).toString('utf8');
  const rows = text.split('\n').filter(Boolean);
  const cells = rows.map((row) => row.trim().split(' '));
  const at = new Map(cells.map(([id], index) => [id, index]));
  return {
    commits: cells.map(([id]) => id),
    trees: cells.map(([, tree]) => tree),
    parents: cells.map(([, , ...ids]) => ids.map((id) => at.get(id)).filter(isKnown)),
    merges: cells.flatMap(([, , ...ids], index) =>
      ids.length === 2 && ids.every((id) => at.has(id)) ? [index] : [],
    ),
  };
}

function isKnown(position) {
  return position !== undefined;
}

const [ONE, OTHER, STALE] = [1, 2, 4];

/**
 * The best common ancestors of two commits, as `git merge-base --all` names them. Positions grow towards the
 * past, so that one walk from the newer commit on meets every commit after all its descendants.
 */
export function findMergeBases({ parents }, one, other) {
  const flags = new Map([[one, ONE]]);
  flags.set(other, (flags.get(other) ?? 0) | OTHER);
  const bases = [];
  let pending = flags.size;
  for (let at = Math.min(one, other); pending > 0 && at < parents.length; at++) {
    const flag = flags.get(at);
    if (flag === undefined) continue;
    flags.delete(at);
    if ((flag & STALE) === 0) pending--;
    const common = flag === (ONE | OTHER);
    if (common) bases.push(at);
    for (const parent of parents[at]) {
      const before = flags.get(parent);
      const after = (before ?? 0) | flag | (common ? STALE : 0);
      flags.set(parent, after);
      const wasPending = before !== undefined && (before & STALE) === 0;
      const isPending = (after & STALE) === 0;
      pending += Number(isPending) - Number(wasPending);
    }
  }
  return bases;
}
