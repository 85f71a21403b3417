import { join } from 'node:path';
import type { Year } from './open-year.ts';

interface Gated {
  readonly heads: number;
  readonly rows: Readonly<Record<string, number>>;
}

/** What holds after every step: style, an application that starts, one migration head, rows, what people wrote. */
export function checkStep(year: Year, rows: Readonly<Record<string, number>>): void {
  year.tool('ruff', 'check', '.');
  expect(unformatted(year)).toEqual([...year.unformatted].sort());
  const printed = year.tool('python', join(import.meta.dirname, 'gate.py'));
  const gated = JSON.parse(printed.split('\n').find((line) => line.startsWith('{'))!) as Gated;
  expect(gated).toMatchObject({ heads: 1, rows });
  expect(lostMarks(year)).toEqual([]);
}

/** The rest of the project's own gates. */
export function checkWhole(year: Year): void {
  year.tool('mypy');
  expect(year.tool('python', '-W', 'error', '-m', 'pytest', '-q')).toMatch(/\d+ passed/);
}

function unformatted({ tryTool }: Year): readonly string[] {
  const { output } = tryTool('ruff', 'format', '--check', '.');
  return [...output.matchAll(/^Would reformat: (.+)$/gmu)].map(([, path]) => path!).sort();
}

/** Lines that people wrote and that no file of the project says any more. */
function lostMarks({ marks, git }: Year): readonly string[] {
  if (marks.size === 0) return [];
  const text = git('grep', '--no-index', '--exclude-standard', '-h', '-e', MARK).split('\n');
  return [...marks].filter((mark) => !text.some((line) => line.includes(mark)));
}

/** Who wrote a line by hand says so in it. */
const MARK = '(Ada)\\|(Bob)';
