/**
 * Measures whole processes, and what features cost a request of the project that they stand in, and writes
 * docs/benchmarks.md; `--check` compares with the budgets instead and exits 1 when one is broken.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growBudgets, growCandidates, growPartners, sizes } from './bench/grow.mjs';
import { openOverhead, overheadBudgets, overheadTable } from './bench/overhead.mjs';
import { packageBudgets, packageCandidates } from './bench/packages.mjs';
import { openRace } from './bench/race.mjs';
import { startBudgets, startCandidates } from './bench/start.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs', 'benchmarks.md');
const checks = process.argv.includes('--check');
const work = mkdtempSync(join(tmpdir(), 'hut-bench-'));
const around = { root, work, node: process.execPath, hut: join(root, 'dist', 'hut.cjs') };

/** Races, with how many laps each has (the greater the project, the fewer), and the budgets that it decides. */
const races = [
  { laps: 15, ...openRace(startCandidates(around)), budgets: startBudgets },
  { laps: 15, ...openRace(packageCandidates(around)), budgets: packageBudgets },
  { laps: 8, ...openRace(growPartners(work)), budgets: () => [] },
  ...sizes.map((size) => ({
    laps: size > 100 ? 3 : size > 10 ? 8 : 15,
    ...openRace(growCandidates(around, size)),
    budgets: (row) => growBudgets(size, row),
  })),
];
for (const race of races) race.run(race.laps);

/** Served beside nothing that is measured, and 2,000 requests each. */
const overhead = { laps: 20, ...(await openOverhead(around)), budgets: overheadBudgets };
try {
  await overhead.run(overhead.laps);
  // Noise only ever adds: where a budget looks broken it is measured on, and the minimum of all runs counts.
  for (let round = 1; checks && round < 8; round++)
    for (const race of [...races, overhead].filter(isBroken)) await race.run(race.laps);
} finally {
  overhead.close();
  rmSync(work, { recursive: true, force: true });
}

function isBroken(race) {
  return !race.budgets(findRow).every(([, , , ok]) => ok);
}

function findRow(name) {
  return [...allRows(), ...overhead.rows()].find((row) => row.name === name);
}

function allRows() {
  return races.flatMap((race) => race.rows());
}

const budgets = [...races, overhead].flatMap((race) => race.budgets(findRow));
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
  ...budgets.map(
    ([what, measured, wanted, ok]) =>
      `| ${what} | ${measured} | ${wanted} | ${ok ? 'kept' : 'BROKEN'} |`,
  ),
];
const costs = overheadTable(overhead.rows());
console.log([...table, '', ...costs, '', ...kept].join('\n'));
if (checks) process.exitCode = races.some(isBroken) ? 1 : 0;
else writeFileSync(page, toPage(readFileSync(page, 'utf8')));

/** What the boot ring measured stands at the end, and stays. */
function toPage(before) {
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
    '## What a request costs more',
    '',
    'A list of 20 rows from SQLite, in production, on loopback, one request after the other: a process each, asked by turns of ten, 2,000 requests to each of them. The smallest median and the smallest 95th percentile of 100 requests; uvicorn writes no line of its own.',
    '',
    ...costs,
    '',
    before.slice(before.indexOf('## The generated project')),
  ].join('\n');
}
