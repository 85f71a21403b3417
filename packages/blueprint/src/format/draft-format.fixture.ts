import { isPlainMap } from '../plain/plain-map.ts';
import type { Splice } from '../splice/splice.ts';
import type { FormatStep } from './format-step.ts';

/**
 * A first draft of hut.yaml, as it could have been: `db`, `models`, and a question mark behind a field that may be
 * left out. No release read it; it proves how formats are left behind.
 */
export const draftFormat: FormatStep = {
  from: 0,
  splices: (data) => [
    ...('db' in data ? [{ rename: ['db'], to: 'database' }] : []),
    ...('models' in data ? [{ rename: ['models'], to: 'entities' }] : []),
    ...entries(data['models']).flatMap(([entity, value]) =>
      entries(isPlainMap(value) ? value['fields'] : undefined).flatMap(([field, type]) =>
        fieldSplices(['entities', entity, 'fields', field], type),
      ),
    ),
  ],
};

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isPlainMap(value) ? Object.entries(value) : [];
}

function fieldSplices(path: readonly string[], type: unknown): readonly Splice[] {
  if (typeof type !== 'string' || !type.endsWith('?')) return [];
  return [{ set: path, value: `${type.slice(0, -1)}:optional` }];
}
