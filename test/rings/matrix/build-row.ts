import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hutHere } from '../../commands/hut-here.ts';
import { factors } from '../../matrix/matrix.ts';
import type { Row } from '../../matrix/factor.ts';
import { toHutYaml } from '../../matrix/to-hut-yaml.ts';

/** Builds the project of a row in a folder, by the command. Returns where it is; throws what the command says. */
export async function buildRow(row: Row, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'wanted.yaml'), toHutYaml(factors, row));
  const words = ['build', 'shop', '--from', 'wanted.yaml', '--yes', '--no-install', '--no-git'];
  const { exitCode, stderr } = await hutHere(words, folder);
  if (exitCode !== 0) throw new Error(stderr);
  return join(folder, 'shop');
}
