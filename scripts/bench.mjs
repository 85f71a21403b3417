/**
 * Measures whole processes and writes docs/benchmarks.md; `--check` compares with the budgets instead and exits 1
 * when one is broken.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growBudgets, growCandidates, growPartners, sizes } from './bench/grow.mjs';
import { openRace } from './bench/race.mjs';
import { startBudgets, startCandidates } from './bench/start.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const checks = process.argv.includes('--check');
const work = mkdtempSync(join(tmpdir(), 'hut-bench-'));
const around = { root, work, node: process.execPath, hut: join(root, 'dist', 'hut.cjs') };

/** Races, with how many laps each has: the greater the project, the fewer. */
const races = [
  { laps: 15, ...openRace(startCandidates(around)) },
  { laps: 8, ...openRace(growPartners(work)) },
  ...sizes.map((size) => ({
    laps: size > 100 ? 2 : size > 10 ? 5 : 15,
    ...openRace(growCandidates(around, size)),
  })),
];

for (const race of races) race.run(race.laps);
// Noise only ever adds: a budget that looks broken is measured on, and the minimum of all runs counts.
for (let round = 1; checks && round < 6 && isBroken(); round++)
  for (const race of races) race.run(race.laps);
rmSync(work, { recursive: true, force: true });

function budgets() {
  const rows = new Map(allRows().map((row) => [row.name, row]));
  const row = (name) => rows.get(name);
  return [...startBudgets(row), ...growBudgets(row)];
}

function isBroken() {
  return !budgets().every(([, , , ok]) => ok);
}

function allRows() {
  return races.flatMap((race) => race.rows());
}

const table = [
  '| command | min ms | median ms | peak MiB |',
  '|---|---|---|---|',
  ...allRows()
    .filter(({ name }) => !name.startsWith('node -e 0 ('))
    .map(
      ({ name, min, median, mib }) =>
        `| \`${name}\` | ${min.toFixed(0)} | ${median.toFixed(0)} | ${mib.toFixed(0)} |`,
    ),
];
const kept = [
  '| budget | measured | wanted | |',
  '|---|---|---|---|',
  ...budgets().map(
    ([what, measured, wanted, ok]) =>
      `| ${what} | ${measured} | ${wanted} | ${ok ? 'kept' : 'BROKEN'} |`,
  ),
];
console.log([...table, '', ...kept].join('\n'));
if (checks) process.exitCode = isBroken() ? 1 : 0;
else writeFileSync(join(root, 'docs', 'benchmarks.md'), toPage());

function toPage() {
  return [
    '# Benchmarks',
    '',
    'Made by `npm run bench`: whole processes, from start to exit, on a warm disk, with every `fsync`.',
    `The commands of one group are interleaved, so that a busy machine slows all alike: trust the ratios. Node ${process.versions.node}, ${cpus().length} cores.`,
    '',
    ...table,
    '',
    ...kept,
    '',
  ].join('\n');
}
