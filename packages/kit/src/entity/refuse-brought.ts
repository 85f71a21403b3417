import type { Entity, Field } from '@hut/blueprint';
import { HutError } from '@hut/errors';

/** Refuses to take away, or to name anew, an entity that a generator brings. Throws HutError `brought`. */
export function refuseBrought({ name, broughtBy }: Entity): void {
  if (broughtBy !== undefined) throw brought(name, broughtBy);
}

/** The same of a field that hut.yaml does not say. Throws HutError `brought`. */
export function refuseBroughtField(entity: Entity, { name, broughtBy }: Field): void {
  if (broughtBy !== undefined) throw brought(`${entity.name}.${name}`, broughtBy);
}

/** What is thrown for something that a generator brings along, and that does not go alone. */
export function brought(what: string, by: string): HutError {
  return new HutError({
    id: 'brought',
    message: `${what} comes with ${by}`,
    hint: `It goes with it: hut remove ${by}`,
  });
}
