// Merges again what people merged: every file that both parents of a merge commit changed, against what was committed.
//   node packages/reconcile/scripts/real-merges.mjs --repo path/to/repository [--limit 400] [--show 10] [--dump folder]
// "right" is the committed text, blank lines and line order aside; people also edit in merges, so "other" is to be read, not believed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importBundled } from './bundle.mjs';

const { values } = parseArgs({
  options: {
    repo: { type: 'string' },
    limit: { type: 'string', default: '400' },
    show: { type: 'string', default: '10' },
    dump: { type: 'string' },
  },
});
const { mergeTexts, toFileKind } = await importBundled('src/reconcile.ts');

function git(...args) {
  const run = spawnSync('git', ['-C', values.repo, ...args], { maxBuffer: 1 << 28 });
  return run.status === 0 ? run.stdout.toString('utf8') : undefined;
}

const show = (commit, path) => git('show', `${commit}:${path}`);

function* triples() {
  const commits = git(
    'log',
    '--all',
    '--merges',
    '--min-parents=2',
    '--max-parents=2',
    '--format=%H %P',
  ).split('\n');
  for (const [merge, one, other] of commits.filter(Boolean).map((line) => line.split(' '))) {
    const base = git('merge-base', one, other)?.trim();
    if (!base) continue;
    const changed = (side) =>
      (git('diff', '--name-only', '--no-renames', '--diff-filter=M', base, side) ?? '').split('\n');
    const both = new Set(changed(other));
    for (const path of changed(one).filter((name) => name !== '' && both.has(name))) {
      if (toFileKind(path) === 'text') continue;
      const [was, mine, next, done] = [base, one, other, merge].map((at) => show(at, path));
      if (
        [was, mine, next, done].includes(undefined) ||
        mine === next ||
        was === mine ||
        was === next
      )
        continue;
      if (was.split('\n').length > 2000) continue;
      yield { merge, path, base: was, mine, next, done };
    }
  }
}

const bag = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .sort()
    .join('\n');
const folder = mkdtempSync(join(tmpdir(), 'hut-real-'));

function mergeByGit({ base, mine, next }) {
  const files = [mine, base, next].map((text, index) => {
    writeFileSync(join(folder, String(index)), text);
    return join(folder, String(index));
  });
  const run = spawnSync('git', ['merge-file', '-p', ...files]);
  return run.status === 0 ? run.stdout.toString('utf8') : undefined;
}

const outcome = (result, done) =>
  result === undefined ? 'conflict' : bag(result) === bag(done) ? 'right' : 'other';

const table = {};
const times = [];
const noted = [];
let count = 0;
for (const triple of triples()) {
  if (count++ >= Number(values.limit)) break;
  const started = performance.now();
  const merge = mergeTexts(triple.path, triple.base, triple.mine, triple.next);
  times.push(performance.now() - started);
  const ours = outcome(merge.ok ? merge.text : undefined, triple.done);
  const gits = outcome(mergeByGit(triple), triple.done);
  const kind = toFileKind(triple.path);
  table[kind] ??= {
    cases: 0,
    'git right': 0,
    'git other': 0,
    right: 0,
    other: 0,
    conflict: 0,
    regression: 0,
  };
  table[kind].cases++;
  table[kind][ours]++;
  if (gits !== 'conflict') table[kind][`git ${gits}`]++;
  const regression = gits === 'right' && ours !== 'right';
  if (regression) table[kind].regression++;
  if (regression || (ours === 'other' && gits === 'conflict'))
    noted.push({ ...triple, ours, gits, result: merge });
}
rmSync(folder, { recursive: true });
console.table(table);
times.sort((a, b) => a - b);
const at = (share) =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1);
console.log(`${times.length} files; ms: median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`);
for (const [index, { path, ours, gits, result, ...texts }] of noted.entries()) {
  if (index < Number(values.show))
    console.log(`${index}: git ${gits}, ours ${ours}: ${path} ${result.reason ?? ''}`);
  if (values.dump === undefined) continue;
  const into = join(values.dump, String(index));
  mkdirSync(into, { recursive: true });
  for (const name of ['base', 'mine', 'next', 'done']) writeFileSync(join(into, name), texts[name]);
  writeFileSync(join(into, 'ours'), result.ok ? result.text : result.markers);
}
