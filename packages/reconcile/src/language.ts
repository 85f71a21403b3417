import type { StatementPiece } from './combine/statement-piece.ts';
import type { Hunk, Side } from './lines/hunk.ts';
import type { MergedLine } from './lines/merged.ts';
import type { Three } from './lines/three.ts';
import type { LostName } from './python/lost-names.ts';

/** What a language makes of a text, or why it can't. */
export type Parsed<Tree> =
  { readonly ok: true; readonly tree: Tree } | { readonly ok: false; readonly reason: string };

/** Base and both sides, parsed. */
export interface ThreeTrees<Tree> {
  readonly base: Tree;
  readonly mine: Tree;
  readonly next: Tree;
}

/** Base, both sides and the result, parsed. */
export interface FourTrees<Tree> extends ThreeTrees<Tree> {
  readonly result: Tree;
}

/** Why a result is not the merge of its sides; `lostName` when all that is missing is one definition. */
export interface Doubt {
  readonly reason: string;
  readonly lostName?: LostName;
}

/** Lines that one side put between two lines of base. */
export interface Insertion {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** One kind of text: how its lines compare, what may be combined in it, and what proves a merge of it. */
export interface Language<Tree> {
  /** Two lines with one key are the same line in two spellings. */
  readonly toKey: (line: string) => string;
  readonly parse: (lines: readonly string[]) => Parsed<Tree>;
  /** The law is about values, each at its place: equal lines at different places are not one edit. */
  readonly isOfValues?: true;
  /** The law; undefined when the result is the merge of both sides. */
  readonly prove: (trees: FourTrees<Tree>, combined: boolean) => Doubt | undefined;
  /** What may be combined where both sides' hunks touch; absent: nothing. */
  readonly combining?: Combining<Tree>;
  /** The result without whole statements that both sides added at different places: the user's stay. */
  readonly dropDoubles?: (
    lines: readonly MergedLine[],
    base: Tree,
  ) => readonly MergedLine[] | undefined;
  /** Next with one import back that only it removed and that the user's own code needs; undefined when that is not it. */
  readonly restoreName?: (
    name: LostName,
    trees: ThreeTrees<Tree>,
    three: Three,
  ) => readonly string[] | undefined;
  /** Repairs separators between lines that were merged: the commas of JSON. */
  readonly mend?: (lines: readonly string[]) => readonly string[];
}

/** The rules of one language for hunks that touch. */
export interface Combining<Tree> {
  /** Which of two insertions at one point goes first; undefined: only a person can tell. */
  readonly meet: (mine: Insertion, next: Insertion, trees: ThreeTrees<Tree>) => Side | undefined;
  /** True when an insertion may stay beside lines that the other side replaced. */
  readonly beside: (insertion: Insertion, replacement: Hunk, trees: ThreeTrees<Tree>) => boolean;
  /** True when an insertion may stay beside lines that the other side removed; absent: always. */
  readonly besideRemoval?: (insertion: Insertion) => boolean;
  /** True when this line is one whole item: a field, an import, an element of a list. */
  readonly isItem: (line: string, index: number, tree: Tree) => boolean;
  /** What an item is called: two items of one name are the same item with different values. */
  readonly toItemName: (line: string) => string;
  /** True when items between sorted ones belong in their order: linters insist. */
  readonly sorted: boolean;
  /** True when indentation is meaning, so that re-indented lines must not touch foreign ones. */
  readonly indented: boolean;
  /** Splits lines into whole statements for the merge of items inside one; undefined where there is none. */
  readonly splitStatements?: (lines: readonly string[]) => readonly StatementPiece[] | undefined;
  /** The lines [start, end) of base widened to the whole statements that they are part of. */
  readonly widen?: (
    start: number,
    end: number,
    lines: readonly string[],
    base: Tree,
  ) => readonly [number, number];
  /** Whose rules the items inside a statement follow. */
  readonly dialect?: 'python' | 'toml' | 'yaml';
}
