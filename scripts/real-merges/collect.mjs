import { readBlobs, runGit } from './git.mjs';
import { findMergeBases, readHistory } from './history.mjs';

/*
 *   every merge of two commits, the newest first
 *     -> those with one merge base, as trees: base, mine, next, committed
 *     -> paths that both sides changed, of a kind that we merge, as blobs      git diff-tree --stdin
 *     -> texts                                                                git cat-file --batch
 */

const MOST_LINES = 2000;
const MOST_BYTES = 400_000;
/** Two branches that lived apart for a year would otherwise be the whole sample. */
const MOST_OF_ONE_MERGE = 20;
const MERGES_AT_ONCE = 50;

/** Collects up to `most` cases of a repository: {commit, path, base, mine, next, done}. */
export function* collectCases(repository, { most, isMerged }) {
  const history = readHistory(repository);
  const seen = new Set();
  const merges = history.merges;
  let count = 0;
  for (let at = 0; at < merges.length && count < most; at += MERGES_AT_ONCE) {
    const chunk = merges.slice(at, at + MERGES_AT_ONCE);
    const places = findPlaces(repository, history, chunk, isMerged).filter(isNew);
    for (const one of readCases(repository, places)) {
      if (count++ >= most) return;
      yield one;
    }
  }

  /** Rebased and cherry-picked merges repeat the same four blobs. */
  function isNew({ ids, path }) {
    const key = `${path} ${ids.join(' ')}`;
    return !seen.has(key) && seen.add(key);
  }
}

function findPlaces(repository, history, merges, isMerged) {
  const { commits, trees, parents } = history;
  const fours = merges.flatMap((merge) => {
    const [one, other] = parents[merge];
    const [base, ...more] = findMergeBases(history, one, other);
    if (base === undefined || more.length > 0) return [];
    return [{ commit: commits[merge], trees: [base, one, other, merge].map((at) => trees[at]) }];
  });
  const changes = readChanges(repository, fours);
  return fours.flatMap(({ commit }, index) =>
    toPlaces(changes.slice(index * 3, index * 3 + 3), isMerged)
      .slice(0, MOST_OF_ONE_MERGE)
      .map((place) => ({ ...place, commit })),
  );
}

/** For each four: what changed from base to mine, to next and to the committed tree, as path -> {before, after}. */
function readChanges(repository, fours) {
  const pairs = fours.flatMap(({ trees: [base, ...others] }) =>
    others.map((tree) => `${base} ${tree}`),
  );
  if (pairs.length === 0) return [];
  const words = ['diff-tree', '--stdin', '-r', '--no-renames', '--raw', '--full-index'];
  const output = runGit(repository, words, `${pairs.join('\n')}\n`).toString('utf8');
  return byPair(pairs, output.split('\n'));
}

/** Each pair prints itself and then its changes; equal trees print nothing. */
function byPair(pairs, lines) {
  const changes = pairs.map(() => new Map());
  let current = -1;
  for (const line of lines) {
    if (line.startsWith(':')) takeChange(changes[current], line);
    else if (line !== '') current = pairs.indexOf(line, current + 1);
  }
  return changes;
}

const RAW = /^:(\d+) (\d+) ([\da-f]+) ([\da-f]+) ([A-Z])\d*\t(.*)$/;
const isFile = (mode) => mode.startsWith('100');

/** A path in quotes has characters that no file of ours has; links and submodules are no texts. */
function takeChange(changes, line) {
  const [, was, is, before, after, status, path] = RAW.exec(line) ?? [];
  if (path === undefined || path.startsWith('"')) return;
  const edited = status === 'M' && isFile(was) && isFile(is);
  changes.set(path, edited ? { before, after } : undefined);
}

function toPlaces([mine, next, done], isMerged) {
  return [...mine].flatMap(([path, change]) => {
    const other = next.get(path);
    if (change === undefined || other === undefined || !isMerged(path)) return [];
    const committed = done.has(path) ? done.get(path)?.after : change.before;
    if (committed === undefined || change.after === other.after) return [];
    return [{ path, ids: [change.before, change.after, other.after, committed] }];
  });
}

function readCases(repository, places) {
  const blobs = readBlobs(
    repository,
    places.flatMap(({ ids }) => ids),
    MOST_BYTES,
  );
  return places.flatMap(({ commit, path, ids }) => {
    const [base, mine, next, done] = ids.map((id) => toText(blobs.get(id)));
    const texts = { base, mine, next, done };
    return Object.values(texts).includes(undefined) ? [] : [{ commit, path, ...texts }];
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a blob; undefined when it is none, or too long. */
function toText(bytes) {
  if (bytes === undefined || bytes.includes(0)) return undefined;
  try {
    const text = utf8.decode(bytes);
    return text.split('\n', MOST_LINES + 2).length > MOST_LINES + 1 ? undefined : text;
  } catch {
    return undefined;
  }
}
