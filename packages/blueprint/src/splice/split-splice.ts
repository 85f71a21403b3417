import { isPlainMap, valueAt } from '../plain/plain-map.ts';
import { isSameData } from '../plain/same-data.ts';
import { applySplice } from './apply-splice.ts';
import type { Splice } from './splice.ts';

type Data = Readonly<Record<string, unknown>>;
type SetSplice = Extract<Splice, { set: unknown }>;

/** A splice as the smallest ones that do the same, so that what stays the same is not written again. */
export function splitSplice(data: Data, splice: Splice): readonly Splice[] {
  if (!('set' in splice)) return [splice];
  const before = valueAt(data, splice.set);
  if (isSameData(before, splice.value)) return [];
  if (isPlainMap(before) && isPlainMap(splice.value)) return splitMap(data, before, splice);
  return splitList(data, before, splice);
}

function splitMap(data: Data, before: Data, { set, value }: SetSplice): readonly Splice[] {
  const after = value as Data;
  if (Object.keys(before).length === 0) return [{ set, value }];
  const sets = Object.keys(after).flatMap((key) =>
    splitSplice(data, { set: [...set, key], value: after[key] }),
  );
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return [...sets, ...gone.map((key): Splice => ({ remove: [...set, key] }))];
}

/** A list that only gained and lost texts keeps its layout, where that gives the order that is asked for. */
function splitList(data: Data, before: unknown, splice: SetSplice): readonly Splice[] {
  const { set: path, value } = splice;
  if (!isTexts(before) || !isTexts(value) || value.length === 0) return [splice];
  const gained = value.filter((item) => !before.includes(item));
  const lost = before.filter((item) => !value.includes(item));
  const parts: readonly Splice[] = [
    ...gained.map((item): Splice => ({ add: path, item })),
    ...lost.map((item): Splice => ({ drop: path, item })),
  ];
  const result = parts.reduce(applySplice, data);
  return isSameData(valueAt(result, path), value) ? parts : [splice];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
