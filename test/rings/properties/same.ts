import type { Files } from './shop.ts';

/** What tells how a project came to be what it is, and not what it is: said to be the same of everything else. */
const history = /^(migrations\/versions\/\d|\.hut\/made\/|\.env$|uv\.lock$)/;

/** The files that must have the same bytes however a project came to its hut.yaml, and the tables that it has come to. */
export function renderedOf(files: Files): Readonly<Record<string, string>> {
  const records = [...files].filter(([path]) => path.startsWith('.hut/made/'));
  const isMadeOnce = (path: string): boolean => records.some(([record]) => record.includes(path));
  const rendered = [...files].filter(([path]) => !history.test(path) && !isMadeOnce(path));
  return { ...Object.fromEntries(rendered), tables: sumOf(records.map(([, text]) => text)) };
}

/** What all migrations together leave: each line that is added more often than it is taken. */
function sumOf(records: readonly string[]): string {
  const sums = new Map<string, number>();
  for (const [, sign, line] of records.join('\n').matchAll(/^([+-]) (.*)$/gm))
    sums.set(line!, (sums.get(line!) ?? 0) + (sign === '+' ? 1 : -1));
  const left = [...sums].filter(([, sum]) => sum !== 0).map(([line, sum]) => `${line} ${sum}`);
  return left.sort().join('\n');
}

/** How two sets of files differ, in a few lines; empty when they do not. */
export function findDifferences(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): readonly string[] {
  const paths = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return paths
    .filter((path) => one[path] !== other[path])
    .map((path) => `${path}: ${describe(one[path], other[path])}`);
}

function describe(one: string | undefined, other: string | undefined): string {
  if (one === undefined) return 'only in the second';
  if (other === undefined) return 'only in the first';
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  return `line ${at + 1}: ${JSON.stringify(lines[at])} or ${JSON.stringify(others[at])}`;
}
