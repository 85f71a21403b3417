/** The public API, `generator-hut/yeoman`: what the door of a package for yo imports. It loads Yeoman; the kit does not. */
import { toYeoman as toDoor } from '@hut/kit/yeoman';
import { requireGenerator, type Lookup } from '@hut/kit';
import manifest from '../package.json' with { type: 'json' };
import { lookup as ours } from '../generators/lookup.ts';

export { blueprintOf } from '@hut/kit/yeoman';

/**
 * The class that `yo` runs for the generator `id` of a package, whose generators are `lookup`, as its main module
 * exports them: `export default toYeoman('cache', lookup)`. Throws HutError `generator` for an id that is not there.
 */
export function toYeoman(id: string, lookup: Lookup): ReturnType<typeof toDoor> {
  const { definition } = requireGenerator(lookup, id);
  return toDoor(definition, [...ours, ...lookup], manifest.version);
}
