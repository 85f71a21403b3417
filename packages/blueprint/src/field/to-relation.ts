import { fieldError } from './field-error.ts';
import type { Modifiers } from './field-modifiers.ts';
import type { Relation } from './field.ts';
import { refuseFieldName } from '../names/name-rules.ts';
import type { FreeText } from './to-scalar.ts';

type Side = Pick<Relation, 'target' | 'cardinality'>;

const ON_DELETE = ['cascade', 'restrict', 'null'] as const;
const FOR_VALUES = ['default', 'min', 'max'] as const;

/** An entity with its modifiers as a field; throws HutError for modifiers that a relation does not take. */
export function toRelation(
  name: string,
  side: Side,
  modifiers: Modifiers,
  free: FreeText,
): Relation {
  const { flags, settings } = modifiers;
  refuseValueModifiers(modifiers, free);
  refuseOfCardinality(side, modifiers);
  const isMany = side.cardinality === 'many-to-many';
  const was = settings.get('was');
  const otherSide = settings.get('as');
  refuseOtherSide(otherSide, side);
  return {
    kind: 'relation',
    name,
    ...(was === undefined ? {} : { was }),
    ...(free.description === undefined ? {} : { description: free.description }),
    target: side.target,
    cardinality: side.cardinality,
    // A list of entities may be empty, so nobody needs to give it.
    optional: isMany || flags.has('optional'),
    unique: side.cardinality === 'one-to-one',
    index: flags.has('index'),
    private: flags.has('private'),
    readonly: flags.has('readonly'),
    onDelete: onDeleteOf(side, modifiers),
    ...(otherSide === undefined ? {} : { otherSide }),
  };
}

function refuseValueModifiers({ settings }: Modifiers, free: FreeText): void {
  const found =
    FOR_VALUES.find((name) => settings.has(name)) ??
    (free.default === undefined ? undefined : 'default');
  if (found === undefined) return;
  throw fieldError(
    `${found} has no meaning for a relation`,
    'Remove it; a relation without a value is optional.',
  );
}

function refuseOfCardinality({ target, cardinality }: Side, { flags }: Modifiers): void {
  if (cardinality !== 'many-to-many') {
    if (!flags.has('unique')) return;
    throw fieldError('unique is no modifier of a relation', `Write ${target}:one for one to one.`);
  }
  const found = (['unique', 'index', ...ON_DELETE] as const).find((flag) => flags.has(flag));
  if (found === undefined) return;
  throw fieldError(
    `${found} has no meaning for a list of entities`,
    `Remove it: deleting either side removes the link.`,
  );
}

function refuseOtherSide(otherSide: string | undefined, { target }: Side): void {
  const refusal =
    otherSide === undefined ? undefined : refuseFieldName(otherSide, 'relation', target);
  if (refusal) throw fieldError(`as=${String(otherSide)}: ${refusal.message}`, refusal.hint);
}

function onDeleteOf({ cardinality }: Side, { flags }: Modifiers): Relation['onDelete'] {
  const asked = ON_DELETE.filter((flag) => flags.has(flag));
  if (asked.length > 1) {
    throw fieldError(
      `${asked.join(' and ')} exclude each other`,
      'Keep one: what happens here when the other one is deleted.',
    );
  }
  if (cardinality === 'many-to-many') return 'cascade';
  if (asked[0] === 'null' && !flags.has('optional')) {
    throw fieldError(
      'null needs a relation that may be empty',
      'Add optional, or take restrict or cascade.',
    );
  }
  return asked[0] ?? defaultOnDelete(flags.has('optional'));
}

/** What happens when nobody said: nothing is deleted that a person did not ask to delete. */
export function defaultOnDelete(optional: boolean): 'null' | 'restrict' {
  return optional ? 'null' : 'restrict';
}
