import type { ListPiece } from './fragment.ts';
import { mergeItems, type ItemsContext } from './merge-items.ts';
import { keepSorted } from './keep-sorted.ts';
import { toPlainText } from './plain-text.ts';

/** Joins both sides' changes of one list; undefined when they don't say clearly what each did. */
export function mergeLists(
  base: ListPiece,
  mine: ListPiece,
  next: ListPiece,
  context: ItemsContext,
): readonly string[] | undefined {
  const [was, ofMine, ofNext] = [base, mine, next].map(({ items }) =>
    items.map(toPlainText).join(),
  );
  const respelled = mine.items.join() !== base.items.join();
  if (was === ofNext || ofMine === ofNext) return respelled ? mine.items : next.items;
  if (was === ofMine && !respelled) return next.items;
  const mixed = isMixed(base, mine, next, context)
    ? undefined
    : joinLists(base, mine, next, context);
  return mixed ?? (was === ofMine ? next.items : undefined);
}

function joinLists(
  base: ListPiece,
  mine: ListPiece,
  next: ListPiece,
  context: ItemsContext,
): readonly string[] | undefined {
  if (isCallLike(mine, context)) return mergeCall(base, mine, next, context);
  return mergeNamed(base.items, mine.items, next.items, context);
}

/** Lists of different sorts, inline tables of TOML (one value to its readers), lambdas and comprehensions. */
function isMixed(
  base: ListPiece,
  mine: ListPiece,
  next: ListPiece,
  { dialect }: ItemsContext,
): boolean {
  const bracketOf = ({ open }: ListPiece) => (open === '' ? '(' : open);
  if (bracketOf(base) !== bracketOf(mine) || bracketOf(base) !== bracketOf(next)) return true;
  if (dialect === 'toml' && base.open === '{') return true;
  return [base, mine, next].some(({ items }) =>
    items.some((item) => /\blambda\b|\bfor\b/.test(item)),
  );
}

function isCallLike({ open, before }: ListPiece, { dialect }: ItemsContext): boolean {
  if (dialect !== 'python' || (open !== '(' && open !== '[')) return false;
  return /[\w)\]]$/.test(before) && !CALLS_NOTHING.has(before);
}

const CALLS_NOTHING = new Set(
  'import in is and or not if else return yield await assert'.split(' '),
);

/** Arguments by position have no names: they are one side's, never mixed. */
function mergeCall(
  base: ListPiece,
  mine: ListPiece,
  next: ListPiece,
  context: ItemsContext,
): readonly string[] | undefined {
  const [ofBase, ofMine, ofNext] = [base, mine, next].map(({ items }) => splitCall(items)) as [
    CallItems,
    CallItems,
    CallItems,
  ];
  const placed = pickOne(ofBase.placed, ofMine.placed, ofNext.placed);
  const unpacked = pickOne(ofBase.unpacked, ofMine.unpacked, ofNext.unpacked);
  const named = mergeNamed(ofBase.named, ofMine.named, ofNext.named, context);
  if (placed === undefined || named === undefined || unpacked === undefined) return undefined;
  return [...placed, ...named, ...unpacked];
}

interface CallItems {
  readonly placed: readonly string[];
  readonly named: readonly string[];
  readonly unpacked: readonly string[];
}

function splitCall(items: readonly string[]): CallItems {
  const isNamed = (item: string) => /^\w+\s*=(?!=)/.test(item);
  const isUnpacked = (item: string) => item.startsWith('**');
  return {
    placed: items.filter((item) => !isNamed(item) && !isUnpacked(item)),
    named: items.filter(isNamed),
    unpacked: items.filter(isUnpacked),
  };
}

function pickOne(
  base: readonly string[],
  mine: readonly string[],
  next: readonly string[],
): readonly string[] | undefined {
  const [was, ofMine, ofNext] = [base, mine, next].map((items) => items.map(toPlainText).join());
  if (ofMine === was) return next;
  return ofNext === was || ofMine === ofNext ? mine : undefined;
}

type Named = ReadonlyMap<string, string>;

function mergeNamed(
  base: readonly string[],
  mine: readonly string[],
  next: readonly string[],
  context: ItemsContext,
): readonly string[] | undefined {
  const [ofBase, ofMine, ofNext] = [byName(base), byName(mine), byName(next)];
  if (ofBase === undefined || ofMine === undefined || ofNext === undefined) return undefined;
  const merged = new Map<string, string>();
  for (const [name, item] of ofMine) {
    const joined = joinItem(ofBase.get(name), item, ofNext.get(name), context);
    if (joined === undefined) return undefined;
    if (joined !== REMOVED) merged.set(name, joined);
  }
  for (const [name, item] of ofBase) {
    const edited = !ofMine.has(name) && ofNext.has(name) && !isSame(item, ofNext.get(name)!);
    if (edited) return undefined;
  }
  const added = [...ofNext].filter(([name]) => !ofBase.has(name) && !ofMine.has(name));
  return keepSorted(insertAdded(merged, ofNext, added), mine, next);
}

const REMOVED = '';

/** What becomes of one of the user's items; REMOVED when the generator dropped it, undefined when both changed it. */
function joinItem(
  base: string | undefined,
  mine: string,
  next: string | undefined,
  context: ItemsContext,
): string | undefined {
  if (next === undefined)
    return base === undefined ? mine : isSame(mine, base) ? REMOVED : undefined;
  if (isSame(mine, next)) return mine === base ? next : mine;
  if (base === undefined) return undefined;
  if (isSame(mine, base)) return next;
  return isSame(next, base) ? mine : mergeItems(base, mine, next, context);
}

/** Puts each new item of the generator behind the one that it follows there. */
function insertAdded(
  merged: ReadonlyMap<string, string>,
  next: Named,
  added: readonly (readonly [string, string])[],
): readonly string[] {
  const order = [...next.keys()];
  const result = [...merged];
  for (const [name, item] of added) {
    const before = new Set(order.slice(0, order.indexOf(name)));
    const at = result.findLastIndex(([other]) => before.has(other)) + 1;
    result.splice(at, 0, [name, item]);
  }
  return result.map(([, item]) => item);
}

function byName(items: readonly string[]): Named | undefined {
  const named = new Map(items.map((item) => [nameOfItem(item), item]));
  return named.size === items.length ? named : undefined;
}

const REQUIREMENT = /^["']([A-Za-z0-9][\w.-]*)(\[[^\]]*\])?\s*(?:[<>=!~;@ ].*)["']$/;

function nameOfItem(item: string): string {
  const requirement = REQUIREMENT.exec(item)?.[1];
  if (requirement !== undefined)
    return `requirement ${requirement.toLowerCase().replace(/[-_.]+/g, '-')}`;
  const named = /^(?:(\w+)\s*=(?!=)|(["']?[\w.-]+["']?)\s*:(?!=))/.exec(item);
  return toPlainText(named?.[1] ?? named?.[2] ?? item);
}

function isSame(one: string, other: string): boolean {
  return toPlainText(one) === toPlainText(other);
}
