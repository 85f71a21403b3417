import { isCall, unfold } from './bracket-items.ts';
import { toCode } from './code.ts';
import { countAll, type Counts } from '../law/count-law.ts';
import { findUncommon } from '../law/find-uncommon.ts';
import { nodeKey } from './node-key.ts';
import { findDecorated, insideOf, type Node, type PythonTree } from './python-tree.ts';
import { toBasePath, type Renames } from './renames.ts';

/** The name that stands twice in one scope of the result though neither side has it as often, or undefined. */
export function findDuplicate(
  mine: PythonTree,
  next: PythonTree,
  result: PythonTree,
  renames: Renames,
): string | undefined {
  const trees = [mine, next, result];
  return (
    findNameTwice(trees, renames) ??
    findTwice(trees, (tree) => tree.flatMap((_, index) => decoratorAt(tree, index, renames))) ??
    findTwice(trees, (tree) => tree.flatMap((_, index) => docstringAt(tree, index, renames)))
  );
}

/** What is there more often than in the user's text is in statements that this has not as often: few are looked at. */
function findNameTwice(trees: readonly PythonTree[], renames: Renames): string | undefined {
  const [mine, , result] = trees as Three;
  const keys = [mine, result].map((tree) => tree.map((node) => nodeKey(node, renames)));
  const fresh = findUncommon(keys)[1]!.map((index) => result[index]!);
  const wanted = new Set(fresh.flatMap((node) => identitiesOf(node, renames)));
  if (wanted.size === 0) return undefined;
  const blocks = new Set(fresh.map(({ path }) => toBasePath(path, renames)));
  return findTwice(trees, (tree) =>
    tree
      .filter(({ path }) => blocks.has(toBasePath(path, renames)))
      .flatMap((node) => identitiesOf(node, renames).filter((one) => wanted.has(one))),
  );
}

function findTwice(
  trees: readonly PythonTree[],
  identitiesIn: (tree: PythonTree) => readonly string[],
): string | undefined {
  const [mine, next, result] = trees.map(identitiesIn).map(countAll) as [Counts, Counts, Counts];
  for (const [identity, count] of result) {
    const most = Math.max(mine.get(identity) ?? 0, next.get(identity) ?? 0);
    const common = most > 1 && identity.endsWith(CALL);
    if (count > Math.max(1, most) && !common) {
      return identity.slice(identity.indexOf('\n') + 1).replace(CALL, '');
    }
  }
  return undefined;
}

/** Ends what a call is known by: a side that has two such calls does not know them by it. */
const CALL = ' (';

type Three = readonly [PythonTree, PythonTree, PythonTree];

/** A decorator is known by what it decorates. */
function decoratorAt(tree: PythonTree, index: number, renames: Renames): readonly string[] {
  const definition = findDecorated(tree, index);
  if (definition === undefined) return [];
  return [`${toBasePath(insideOf(definition), renames)}\n${tree[index]!.code}`];
}

/** The text that a block begins with, and a text right behind it, which can only be another one for it. */
function docstringAt(tree: PythonTree, index: number, renames: Renames): readonly string[] {
  let first = index;
  while (first >= 0 && isText(tree[first]!)) first--;
  const begins = first >= 0 && first < index && tree[index]!.parent === tree[first];
  return begins ? [`${toBasePath(tree[index]!.path, renames)}\ndocstring`] : [];
}

function isText({ statement: { tokens } }: Node): boolean {
  return tokens.every(({ kind }) => kind === 'string');
}

function identitiesOf(node: Node, renames: Renames): readonly string[] {
  const path = toBasePath(node.path, renames);
  return namesAt(node).map((name) => `${path}\n${name}`);
}

function namesAt({ parent, statement, names, code }: Node): readonly string[] {
  const { tokens, name } = statement;
  const first = tokens[0]!;
  if (name !== undefined) return [name];
  const inFunction = findFunction(parent);
  const imports = first.kind === 'keyword' && (first.text === 'import' || first.text === 'from');
  if (imports) return [...names.binds];
  if (first.kind === 'keyword') return first.text === 'await' ? callOf(statement, code) : [];
  if (!inFunction && names.binds.size > 0) return [...namesOfTarget(tokens[0]!.text, names.binds)];
  return callOf(statement, code);
}

/** Only the first target: the variable of a comprehension is nobody's. */
function namesOfTarget(first: string, binds: ReadonlySet<string>): readonly string[] {
  return binds.has(first) ? [first] : [];
}

function findFunction(node: Node | undefined): boolean {
  if (node === undefined) return false;
  return node.statement.opens === 'def' || findFunction(node.parent);
}

/** `app.include_router(users.router, ...)` is known by its callee and its first argument. */
function callOf({ tokens }: Node['statement'], code: string): readonly string[] {
  const { head, brackets } = unfold(tokens);
  const bracket = brackets.at(-1);
  const plain = head.every(
    ({ text, kind }) => kind === 'name' || '.()'.includes(text) || text === 'await',
  );
  if (bracket === undefined || !plain || !isCall(bracket) || !code.endsWith(')')) return [];
  const first = bracket.items[0];
  return [
    `${toCode(head).replaceAll(' ', '')} ${first === undefined ? '' : toCode(first)}`.trim() + CALL,
  ];
}
