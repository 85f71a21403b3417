// Runs the layout scanner over every Python file of an interpreter: files that compile must be accepted;
// of their damaged copies (a line lost, doubled, moved) it prints how many slip through.
//   node packages/reconcile/scripts/scan-corpus.mjs [--python python3] [--damage 300]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importBundled } from './bundle.mjs';

const { values } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    damage: { type: 'string', default: '300' },
  },
});
const TRUTH = join(dirname(fileURLToPath(import.meta.url)), 'python-truth.py');
const { scanPython } = await importBundled('src/python/statement.ts');

function runPython(args, input = '') {
  const options = { input, maxBuffer: 1 << 30, encoding: 'utf8' };
  return execFileSync(values.python, [TRUTH, ...args], options)
    .split('\n')
    .filter(Boolean);
}

function damage(lines, round) {
  const at = (round * 7919) % lines.length;
  const copy = [...lines];
  if (round % 3 === 0) copy.splice(at, 1);
  else if (round % 3 === 1) copy.splice(at, 0, lines[(at * 31 + 7) % lines.length]);
  else copy.splice((at * 17) % lines.length, 0, ...copy.splice(at, 1));
  return copy.join('\n');
}

const paths = runPython([]);
let spent = 0;
let alarms = 0;
for (const path of paths) {
  const text = readFileSync(path, 'utf8');
  const started = performance.now();
  const scan = scanPython(text);
  spent += performance.now() - started;
  if (scan.ok) continue;
  alarms++;
  console.log(`false alarm: ${path}: ${scan.reason}`);
}
console.log(`${paths.length} files that compile: ${alarms} false alarms, ${Math.round(spent)} ms`);

const damaged = [];
for (let round = 0; round < Number(values.damage); round++) {
  const lines = readFileSync(paths[(round * 104729) % paths.length], 'utf8').split('\n');
  if (lines.length < 2000) damaged.push(damage(lines, round));
}
const verdicts = JSON.parse(runPython(['--judge'], JSON.stringify(damaged) + '\n')[0]);
const broken = damaged.filter((_, index) => !verdicts[index]);
const missed = broken.filter((text) => scanPython(text).ok);
const refused = damaged.filter((text, index) => verdicts[index] && !scanPython(text).ok);
console.log(
  `${damaged.length} damaged files, ${broken.length} of them broken: ${missed.length} missed; ${refused.length} whole ones refused`,
);
for (const text of missed.slice(0, Number(process.env.SHOW ?? 0)))
  console.log('missed:\n' + text.slice(0, 3000));
if (alarms + refused.length > 0) process.exitCode = 1;
