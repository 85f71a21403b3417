import type { Doubt, FourTrees } from '../language.ts';
import { countAll, findBreach, type Counts } from '../law/count-law.ts';
import { sayBreach } from '../law/say-breach.ts';
import { ANY, type Leaf } from './leaf.ts';

/** The values of a document. */
export type DocumentTree = readonly Leaf[];

const ARROW = ' \u2023 ';

/** Proves that the values of the result are those of the merged documents, whatever their order. */
export function proveDocument(
  trees: FourTrees<DocumentTree>,
  combined: boolean,
): Doubt | undefined {
  const [base, mine, next, result] = [trees.base, trees.mine, trees.next, trees.result].map(
    (tree) => (combined ? tree : tree.flatMap(splitLong)),
  ) as [DocumentTree, DocumentTree, DocumentTree, DocumentTree];
  const torn = findTorn(base, mine, next);
  if (torn !== undefined) return { reason: `both sides changed "${sayPath(torn)}"` };
  const [b, m, n, r] = [base, mine, next, result].map(countLeaves) as [
    Counts,
    Counts,
    Counts,
    Counts,
  ];
  const breach = findBreach(b, m, n, r) ?? findDoubled(m, n, r);
  if (breach === undefined) return undefined;
  const [path, value] = breach.thing.split(ARROW) as [string, string];
  return { reason: sayBreach(breach, `${sayPath(path)} = ${value.slice(value.indexOf(' ') + 1)}`) };
}

/** Where both sides changed different lines only, a text of several lines may be changed by both. */
function splitLong(leaf: Leaf): readonly Leaf[] {
  const { path, value } = leaf;
  if (!value.includes('\n')) return [leaf];
  return value.split('\n').map((line) => ({ path: `${path}${ANY}/`, value: line }));
}

function countLeaves(tree: DocumentTree): Counts {
  return countAll(tree.map(({ path, value }) => path + ARROW + value));
}

/** What both sides added is once in the result, unless it is a part of an item without a name. */
function findDoubled(mine: Counts, next: Counts, result: Counts) {
  for (const [thing, count] of result) {
    const nameless = thing.slice(0, thing.indexOf(ARROW)).includes(`${ANY}/`);
    const most = Math.max(mine.get(thing) ?? 0, next.get(thing) ?? 0);
    if (!nameless && count > most) return { thing, what: 'doubled' } as const;
  }
  return undefined;
}

/** A place that has one value at most, and another one in each of the three. */
function findTorn(base: DocumentTree, mine: DocumentTree, next: DocumentTree): string | undefined {
  const [b, m, n] = [base, mine, next].map(toValues) as [Values, Values, Values];
  return [...new Set([...m.keys(), ...n.keys()])].find((path) => {
    const [was, ofMine, ofNext] = [b.get(path), m.get(path), n.get(path)];
    return !path.includes(ANY) && was !== ofMine && was !== ofNext && ofMine !== ofNext;
  });
}

type Values = ReadonlyMap<string, string>;

function toValues(tree: DocumentTree): Values {
  const values = new Map<string, string>();
  for (const { path, value } of tree) values.set(path, (values.get(path) ?? '') + value);
  return values;
}

function sayPath(path: string): string {
  return path.replace(/^\//, '').replaceAll('/', '.').replaceAll(ANY, '');
}
