/** Whole-process times and peak memory of commands, interleaved so that a busy machine slows all alike. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const measurer = join(import.meta.dirname, 'measure.py');

/**
 * A race of candidates `{ name, command, cwd?, prepare? }`: `{run}` in a command is another number for each run, and
 * `prepare(run)` makes the folder that a run works in, unmeasured. Results add up from lap to lap.
 */
export function openRace(candidates) {
  const results = new Map(candidates.map(({ name }) => [name, []]));
  let run = 0;
  return {
    /** Runs every candidate `laps` times, one after the other. */
    run(laps) {
      for (const end = run + laps; run < end; run++)
        for (const candidate of candidates)
          results.get(candidate.name).push(measure(candidate, run));
    },
    /** Minimum, median and peak memory of each candidate so far; noise only ever adds to a minimum. */
    rows: () => [...results].map(([name, taken]) => toRow(name, taken)),
  };
}

function measure({ name, command, cwd, prepare }, run) {
  const folder = prepare?.(run) ?? cwd;
  const words = command.map((word) => word.replaceAll('{run}', String(run)));
  const text = execFileSync('python3', [measurer, ...words], { cwd: folder, encoding: 'utf8' });
  const { ms, mib, exit } = JSON.parse(text);
  if (exit !== 0) throw new Error(`${name}: ${words.join(' ')} exits ${exit} in ${folder}`);
  return { ms, mib };
}

function toRow(name, taken) {
  const ms = taken.map((one) => one.ms).sort((a, b) => a - b);
  const mib = Math.max(...taken.map((one) => one.mib));
  return { name, min: ms[0], median: ms[Math.floor(ms.length / 2)], mib };
}
