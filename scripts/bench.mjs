/**
 * Whole-process times and peak memory, interleaved so that a busy machine slows all alike.
 * Writes docs/benchmarks.md; `--check` compares with the budgets instead and exits 1 when one is broken.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runs = Number(process.env.BENCH_RUNS ?? 15);
const checks = process.argv.includes('--check');
const work = mkdtempSync(join(tmpdir(), 'hut-bench-'));
const node = process.execPath;
const hut = join(root, 'dist', 'hut.cjs');
const measure = join(root, 'scripts', 'measure.py');

execFileSync(node, [hut, 'build', join(work, 'rerun'), '--yes', '--no-install', '--no-git']);

/** Each candidate: its name, what it runs, and where; {dir} is a new path for every run. */
const candidates = [
  ['node -e 0', [node, '-e', '0'], work],
  ['hut --version', [node, hut, '--version'], work],
  [
    'hut build --no-install --no-git',
    [node, hut, 'build', '{dir}', '--yes', '--no-install', '--no-git'],
    work,
  ],
  ['hut build again', [node, hut, 'build', '--yes'], join(work, 'rerun')],
  ...yeoman(),
  ...partner('nest new --skip-install --skip-git', 'nest', [
    'new',
    '{name}',
    '--skip-install',
    '--skip-git',
    '-p',
    'npm',
  ]),
  ...partner('polepos start', 'polepos', ['start', '{name}']),
];

function partner(name, program, args) {
  const { status, stdout } = spawnSync('which', [program], { encoding: 'utf8' });
  return status === 0 ? [[name, [stdout.trim(), ...args], work]] : [];
}

/** `yo hut` as a user has it: this package beside yo, found by NODE_PATH. As root, yo would change its user. */
function yeoman() {
  const modules = join(work, 'modules');
  const yo = join(root, 'node_modules', '.bin', 'yo');
  execFileSync('mkdir', ['-p', modules]);
  execFileSync('ln', ['-s', root, join(modules, 'generator-hut')]);
  process.env.NODE_PATH = modules;
  if (process.getuid() !== 0)
    return [['yo hut', [yo, 'hut', '{dir}', '--yes', '--skip-install'], work]];
  execFileSync('chmod', ['-R', 'a+rwX', work]);
  const asOther = [
    '/usr/bin/setpriv',
    '--reuid=1000',
    '--regid=1000',
    '--clear-groups',
    '/usr/bin/env',
    `HOME=${work}`,
  ];
  return [['yo hut', [...asOther, yo, 'hut', '{dir}', '--yes', '--skip-install'], work]];
}

const results = new Map(candidates.map(([name]) => [name, []]));
measureAll(0);
// Noise only ever adds: a budget that looks broken is measured on, and the minimum of all runs counts.
for (let round = 1; checks && round < 8 && !budgets().every(([, , , ok]) => ok); round++)
  measureAll(round * runs);
rmSync(work, { recursive: true, force: true });

/** Minimum, median and peak memory of each candidate so far. */
function rows() {
  return [...results].map(([name, taken]) => {
    const ms = taken.map((one) => one.ms).sort((a, b) => a - b);
    const mib = Math.max(...taken.map((one) => one.mib));
    return { name, min: ms[0], median: ms[Math.floor(ms.length / 2)], mib };
  });
}

/** What, measured, wanted, and whether it is kept. */
function budgets() {
  const row = (name) => rows().find((one) => one.name === name);
  const floor = row('node -e 0').min;
  const [shown, build, nest] = [
    row('hut --version'),
    row('hut build --no-install --no-git'),
    row('nest new --skip-install --skip-git'),
  ];
  const mib = Math.max(build.mib, row('hut build again').mib);
  return [
    [
      'hut --version',
      `${(shown.min / floor).toFixed(2)} x node -e 0`,
      '<= 1.35 x',
      shown.min / floor <= 1.35,
    ],
    [
      'hut build',
      `node -e 0 + ${Math.round(build.min - floor)} ms`,
      '<= + 150 ms',
      build.min - floor <= 150,
    ],
    ['peak memory of hut', `${Math.round(mib)} MiB`, '<= 100 MB', mib * 1.048576 <= 100],
    ...(nest
      ? [
          [
            'hut build',
            `${(build.min / nest.min).toFixed(2)} x nest new`,
            '<= 0.35 x',
            build.min / nest.min <= 0.35,
          ],
        ]
      : []),
  ];
}

function ratio({ min }) {
  return (min / rows().find((one) => one.name === 'node -e 0').min).toFixed(2);
}

const table = [
  '| command | min ms | median ms | ratio of minimums | peak MiB |',
  '|---|---|---|---|---|',
  ...rows().map(
    (one) =>
      `| \`${one.name}\` | ${one.min.toFixed(0)} | ${one.median.toFixed(0)} | ${ratio(one)} | ${one.mib.toFixed(0)} |`,
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
if (checks) process.exitCode = budgets().every(([, , , ok]) => ok) ? 0 : 1;
else {
  const text = [
    '# Benchmarks',
    '',
    'Made by `npm run bench`: whole processes, from start to exit, on a warm disk.',
    `${runs} runs each, interleaved, so that a busy machine slows all alike: trust the ratios. Node ${process.versions.node}, ${cpus().length} cores.`,
    '`nest` and `polepos` are measured where they are installed.',
    '',
    ...table,
    '',
    ...kept,
    '',
  ];
  writeFileSync(join(root, 'docs', 'benchmarks.md'), text.join('\n'));
}

/** One round: every candidate once, `runs` times, so that a busy machine slows all alike. */
function measureAll(first) {
  for (let run = first; run < first + runs; run++) {
    for (const [name, command, cwd] of candidates) {
      const fresh = command.map((word) =>
        word
          .replace('{dir}', join(work, `${name.replace(/\W+/g, '-')}-${run}`))
          .replace('{name}', `${name.split(' ')[0]}${run}`),
      );
      const { ms, mib, exit } = JSON.parse(
        execFileSync('python3', [measure, ...fresh], { cwd, encoding: 'utf8' }),
      );
      if (exit !== 0) throw new Error(`${fresh.join(' ')} exits ${exit}`);
      results.get(name).push({ ms, mib });
    }
  }
}
