import { stringify } from 'yaml';
import { ABSENT, type Factor, type Row } from './factor.ts';

type Data = Record<string, unknown>;

/** The hut.yaml that a row stands for; what it leaves out has its default. */
export function toHutYaml(factors: readonly Factor[], row: Row): string {
  const data: Data = { hut: 1 };
  for (const [index, { path, levels }] of factors.entries()) {
    const level = row[index]!;
    const value = level === ABSENT ? undefined : levels[level]!.value;
    if (value !== undefined) write(data, path, structuredClone(value));
  }
  return stringify(data);
}

function write(data: Data, [key, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) data[key!] = value;
  else write((data[key!] ??= {}) as Data, rest, value);
}
