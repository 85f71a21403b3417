import { HutError } from '@hut/errors';
import { readBlueprint, renderProject, type Lookup } from '@hut/kit';
import type { Factor, Row } from './factor.ts';
import { toHutYaml } from './to-hut-yaml.ts';

/** Why the product refuses a row, in its first sentence; null when it takes it. */
export type Ask = (row: Row) => string | null;

/** Asks the product itself what goes together, each row once. Throws what is no refusal: that is a defect. */
export function askProduct(lookup: Lookup, factors: readonly Factor[]): Ask {
  const answers = new Map<string, string | null>();
  return (row) => {
    const key = row.join();
    if (!answers.has(key)) answers.set(key, findRefusal(lookup, toHutYaml(factors, row)));
    return answers.get(key)!;
  };
}

function findRefusal(lookup: Lookup, hutYaml: string): string | null {
  try {
    renderProject(readBlueprint(hutYaml, { lookup, version: '0.1.0', name: 'shop' }), lookup);
    return null;
  } catch (error) {
    if (error instanceof HutError)
      return error.message.split('\n')[0]!.replace(/^hut\.yaml(:\d+)*: /, '');
    throw error;
  }
}
