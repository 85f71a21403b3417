// Random wiring files, random edits, every result judged by Python.
//   node packages/reconcile/fuzz/fuzz.mjs [--cases 6000] [--seed 1] [--show 5]
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CACHE, importBundled } from '../scripts/bundle.mjs';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '6000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '5' },
  },
});

const { runFuzz } = await importBundled('fuzz/run.ts');
const folder = dirname(fileURLToPath(import.meta.url));
const [seed, cases] = [Number(values.seed), Number(values.cases)];
const { verdicts, brokenLaws, times } = runFuzz(seed, cases, folder, CACHE);

const counts = {};
for (const { path, verdict } of verdicts) {
  counts[path] ??= { right: 0, conflict: 0, unreadable: 0, WRONG: 0 };
  counts[path][verdict]++;
}
console.table(counts);
const total = (verdict) => verdicts.filter((one) => one.verdict === verdict).length;
const merged = total('right') + total('WRONG');
const judged = merged + total('conflict');
const at = (share) =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
console.log(
  `${cases} cases from seed ${seed}: ${judged} readable, ${merged} merged, ${total('WRONG')} WRONG`,
);
console.log(
  `conflicts ${((100 * total('conflict')) / judged).toFixed(1)} %, laws broken ${brokenLaws.length}`,
);
console.log(`ms a merge: median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`);
const wrong = verdicts.filter(({ verdict }) => verdict === 'WRONG');
for (const { seed: one, path, why } of wrong.slice(0, Number(values.show))) {
  console.log(`WRONG seed ${one} ${path}: ${why}`);
}
for (const law of brokenLaws.slice(0, Number(values.show))) console.log(law);
if (wrong.length + brokenLaws.length > 0) process.exitCode = 1;
