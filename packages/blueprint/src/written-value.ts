import { valueAt } from './plain/plain-map.ts';
import type { Path } from './mistake.ts';
import { readSource } from './yaml/source.ts';

/** What the text of a hut.yaml says at a path, as it is written there; undefined when nothing is. Throws HutError for no YAML. */
export function writtenValue(text: string, path: Path): unknown {
  return valueAt(readSource(text, 'hut.yaml').data, path);
}
