import { spawnSync } from 'node:child_process';

const MOST_BYTES = 1 << 30;
const NEWLINE = 10;

/** Runs git in a repository and returns its output as bytes; throws what git says. Nothing is fetched from anywhere. */
export function runGit(repository, words, input = '') {
  const env = { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const run = spawnSync('git', ['-C', repository, '-c', 'core.quotePath=false', ...words], {
    input,
    env,
    maxBuffer: MOST_BYTES,
  });
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0) throw new Error(`${repository}: ${run.stderr.toString('utf8').trim()}`);
  return run.stdout;
}

/** Reads blobs in one process: id -> bytes. Those that are missing or larger than `mostBytes` are left out. */
export function readBlobs(repository, ids, mostBytes) {
  const blobs = new Map();
  const small = findSmall(repository, [...new Set(ids)], mostBytes);
  if (small.length === 0) return blobs;
  const output = runGit(repository, ['cat-file', '--batch'], toLines(small));
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(NEWLINE, at);
    const [id, type, size] = output.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (type === 'missing') continue;
    blobs.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}

function findSmall(repository, ids, mostBytes) {
  if (ids.length === 0) return [];
  return runGit(repository, ['cat-file', '--batch-check'], toLines(ids))
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, type, size]) => type === 'blob' && Number(size) <= mostBytes)
    .map(([id]) => id);
}

function toLines(words) {
  return words.map((word) => `${word}\n`).join('');
}
