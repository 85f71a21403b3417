import { HutError } from '@hut/errors';
import type { Contribution, Kind } from './kind.ts';

/** A contribution and the id of the generator that made it. */
export interface Contributed {
  readonly from: string;
  readonly contribution: Contribution;
}

/** All that the generators of a project contribute, united and in order. */
export interface Assembled {
  /** The items of one kind: by band, then by key. */
  of<Item>(kind: Kind<Item>): readonly Item[];
  /** The generator that contributed the item with this key first. */
  originOf<Item>(kind: Kind<Item>, key: string): string;
}

interface Held {
  readonly from: string;
  readonly item: unknown;
}

/**
 * Unites contributions kind by kind, key by key.
 * Throws HutError `clash`, naming both generators, when two items with one key say different things.
 */
export function assemble(contributed: readonly Contributed[]): Assembled {
  const kinds = new Map<string, Map<string, Held>>();
  for (const { from, contribution } of contributed) {
    const { kind, item } = contribution;
    const held = kinds.get(kind.id) ?? new Map<string, Held>();
    kinds.set(
      kind.id,
      held.set(kind.key(item), unite(kind, held.get(kind.key(item)), { from, item })),
    );
  }
  return {
    of: <Item>(kind: Kind<Item>) =>
      inOrder(
        kind,
        [...(kinds.get(kind.id)?.values() ?? [])].map(({ item }) => item as Item),
      ),
    originOf: (kind, key) => kinds.get(kind.id)!.get(key)!.from,
  };
}

function unite(kind: Kind<unknown>, first: Held | undefined, second: Held): Held {
  if (first === undefined) return second;
  const item = kind.meet(first.item, second.item);
  if (item === undefined) throw clash(kind, first, second);
  return { from: first.from, item };
}

function clash(kind: Kind<unknown>, first: Held, second: Held): HutError {
  const what = `the ${kind.id} "${kind.key(first.item)}"`;
  const [one, other] = [first, second].map(({ item }) => kind.aboutOf?.(item));
  if (one !== undefined) return takenName(one, what, other ?? second.from);
  if (other !== undefined) return takenName(other, what, first.from);
  if (first.from === second.from) return saidTwice(what, first.from);
  return new HutError({
    id: 'clash',
    message: `${first.from} and ${second.from} both contribute ${what}, and differ`,
    hint: `Use one of ${first.from} and ${second.from}, or ask their authors to agree on it.`,
  });
}

function saidTwice(what: string, by: string): HutError {
  return new HutError({
    id: 'clash',
    message: `${by} contributes ${what} twice, and they differ`,
    hint: 'This is a mistake in the generator: tell its author.',
  });
}

/** A person named something after which the project has something else already. */
function takenName(name: string, what: string, by: string): HutError {
  return new HutError({
    id: 'taken-name',
    message: `${name} would have ${what}, which comes with ${by}`,
    hint: `Give ${name} another name. An entity that is there: hut rename model; plural: in hut.yaml, where its routes are in the way.`,
  });
}

function inOrder<Item>(kind: Kind<Item>, items: readonly Item[]): readonly Item[] {
  const rank = (item: Item): number => kind.bands.indexOf(kind.bandOf(item));
  return [...items].sort((a, b) => rank(a) - rank(b) || compare(kind.key(a), kind.key(b)));
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
