import { isPlainMap, valueAt } from '../plain/plain-map.ts';
import { readSource, bomOf } from '../yaml/source.ts';
import type { Splice } from './splice.ts';

/** The splices that take every rename hint (`was`) out of the text of a hut.yaml; the rest of each value stays. */
export function toHintSplices(text: string): readonly Splice[] {
  if (!text.includes('was')) return [];
  const { data } = readSource(text.slice(bomOf(text).length), 'hut.yaml');
  return mapAt(data, ['entities']).flatMap(([name, entity]) => {
    const path = ['entities', name];
    const ofEntity: Splice[] =
      isPlainMap(entity) && 'was' in entity ? [{ remove: [...path, 'was'] }] : [];
    const fields = mapAt(data, [...path, 'fields']);
    return [
      ...ofEntity,
      ...fields.flatMap(([field, value]) => fieldSplices([...path, 'fields', field], value)),
    ];
  });
}

function mapAt(
  data: Readonly<Record<string, unknown>>,
  path: readonly string[],
): readonly (readonly [string, unknown])[] {
  const value = valueAt(data, path);
  return isPlainMap(value) ? Object.entries(value) : [];
}

function fieldSplices(path: readonly string[], value: unknown): readonly Splice[] {
  if (isPlainMap(value)) return fieldSplices([...path, 'type'], value['type']);
  if (typeof value !== 'string' || !hint.test(value)) return [];
  return [{ set: path, value: value.replace(hint, '').replace(/^:/, '') }];
}

const hint = /(?:^|:)was=[^:]*/u;
