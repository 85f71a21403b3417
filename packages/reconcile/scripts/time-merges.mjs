// Times merges of real Python files with random edits on both sides, one call after another in one process.
//   node packages/reconcile/scripts/time-merges.mjs [--files 300]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importBundled } from './bundle.mjs';

const { values } = parseArgs({ options: { files: { type: 'string', default: '300' } } });
const TRUTH = join(dirname(fileURLToPath(import.meta.url)), 'python-truth.py');
const { mergeTexts } = await importBundled('src/reconcile.ts');
const { toChance } = await importBundled('fuzz/random.ts');

const paths = execFileSync('python3', [TRUTH], { encoding: 'utf8', maxBuffer: 1 << 28 })
  .split('\n')
  .filter(Boolean);

/** Edits that keep a file whole: a statement added behind a top-level line, a number changed, a blank line. */
function edit(lines, chance, word) {
  const edited = [...lines];
  for (let round = 0; round < 4; round++) {
    const at = chance.below(edited.length);
    const added = `${/^\s*/.exec(edited[at])[0]}${word}_${round} = ${round}`;
    if (/^\s*(\w+ = .*[\w)\]]|return .*)$/.test(edited[at])) edited.splice(at, 0, added);
    else edited[at] = edited[at].replace(/\d+/, (number) => String(Number(number) + 1));
  }
  return edited.join('\n');
}

const times = [];
const counts = { merged: 0, conflict: 0 };
for (let round = 0; times.length < Number(values.files); round++) {
  const path = paths[(round * 104729) % paths.length];
  const base = readFileSync(path, 'utf8');
  const lines = base.split('\n');
  if (lines.length < 20 || lines.length > 2000) continue;
  const chance = toChance(round);
  const [mine, next] = [edit(lines, chance, 'mine'), edit(lines, chance, 'next')];
  if (mine === base || next === base || mine === next) continue;
  const started = performance.now();
  const merge = mergeTexts('a.py', base, mine, next);
  times.push({ ms: performance.now() - started, path, lines: lines.length });
  counts[merge.ok ? 'merged' : 'conflict']++;
}
times.sort((a, b) => a.ms - b.ms);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
console.log(`${times.length} merges of real files: ${JSON.stringify(counts)}`);
console.log(
  `ms: median ${at(0.5).ms.toFixed(1)}, p95 ${at(0.95).ms.toFixed(1)}, max ${at(1).ms.toFixed(1)}`,
);
for (const { ms, path, lines } of times.slice(-3))
  console.log(`${ms.toFixed(0)} ms, ${lines} lines: ${path}`);
