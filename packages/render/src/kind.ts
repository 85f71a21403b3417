import type { Form, FormOf } from './form.ts';

/** One thing that a generator adds to the project, as data: an item of a kind. */
export interface Contribution<Item = unknown> {
  readonly kind: Kind<Item>;
  readonly item: Item;
}

/**
 * A sort of contribution: how its items are told apart, what happens when two meet, in what order they stand.
 * Declared with methods, so that contributions of all kinds fit in one list.
 */
export interface Kind<Item> {
  /** Stable name, as in the table of kinds in docs/extending.md. */
  readonly id: string;
  /** What an item is known by; two items with one key meet. */
  key(item: Item): string;
  /** What two items with one key become: one item, or undefined when they clash. */
  meet(first: Item, second: Item): Item | undefined;
  /** Named positions, first to last, for items whose order has a meaning; else they stand by key. */
  readonly bands: readonly string[];
  bandOf(item: Item): string;
  /** What of hut.yaml an item is there for and is named after, in words for people. */
  aboutOf?(item: Item): string | undefined;
  /** What an item of another package looks like; absent: whoever prints it looks after it. */
  readonly form?: Form;
}

/** How items with one key meet: never, only when they say the same, or the first one stands. */
type Meeting<Item> = 'clash' | 'equal' | 'once' | Kind<Item>['meet'];

interface KindDeclaration<Item> {
  readonly id: string;
  readonly key: (item: Item) => string;
  readonly meet: Meeting<Item>;
  readonly bands?: readonly string[];
  readonly bandOf?: (item: Item) => string;
  readonly aboutOf?: (item: Item) => string | undefined;
  readonly form?: FormOf<Item>;
}

/** A kind from its declaration; items without bands all stand in one. */
export function defineKind<Item>(declaration: KindDeclaration<Item>): Kind<Item> {
  const { id, key, meet, bands = [''], bandOf = () => '', aboutOf, form } = declaration;
  return {
    id,
    key,
    meet: typeof meet === 'function' ? meet : meetings[meet],
    bands,
    bandOf,
    ...(aboutOf && { aboutOf }),
    ...(form && { form: { keys: form } }),
  };
}

const meetings: Record<
  'clash' | 'equal' | 'once',
  <Item>(first: Item, second: Item) => Item | undefined
> = {
  clash: () => undefined,
  equal: (first, second) => (JSON.stringify(first) === JSON.stringify(second) ? first : undefined),
  once: (first) => first,
};
