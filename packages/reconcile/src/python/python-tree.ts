import { isOp } from './bracket-items.ts';
import { codeOf } from './code.ts';
import type { Place } from './learnt.ts';
import { namesOf, type Names } from './names.ts';
import { placeOf } from './place.ts';
import type { Statement } from './statement.ts';

/** A statement with what the guards compare: the blocks it stands in, its code, its names. */
export interface Node {
  readonly statement: Statement;
  readonly parent: Node | undefined;
  /** The blocks around it, outermost first: `class Settings/def f/if`. */
  readonly path: string;
  readonly code: string;
  readonly names: Names;
  readonly place: Place;
}

/** All statements of a text in order. */
export type PythonTree = readonly Node[];

/** What the element of a block's path is: definitions by name, other blocks by kind, never by condition. */
export function toTree(statements: readonly Statement[]): PythonTree {
  const blocks = new Map<Statement, Node>();
  let [parent, path]: [Node | undefined, string] = [undefined, ''];
  return statements.map((statement) => {
    if (statement.parent !== parent?.statement) {
      parent = statement.parent && blocks.get(statement.parent);
      path = parent === undefined ? '' : insideOf(parent);
    }
    const place = placeOf(statement, path);
    const [code, names] = [codeOf(statement), namesOf(statement)];
    const node = { statement, parent, path: place.path, code, names, place };
    if (statement.opens !== undefined) blocks.set(statement, node);
    return node;
  });
}

/** The path of what stands inside this node. */
export function insideOf({ place }: Node): string {
  return place.inside;
}

/** The definition that this statement decorates; undefined when it is no decorator. */
export function findDecorated(tree: PythonTree, index: number): Node | undefined {
  if (!isOp(tree[index]!.statement.tokens[0], '@')) return undefined;
  for (let at = index + 1; at < tree.length; at++) {
    if (tree[at]!.statement.name !== undefined) return tree[at];
  }
  return undefined;
}

/** The code of everything below a node, with depths: equal for two equal bodies. */
export function bodyOf(node: Node, tree: PythonTree): string {
  const lines: string[] = [];
  const below = new Set<Node>([node]);
  for (let index = tree.indexOf(node) + 1; index < tree.length; index++) {
    const other = tree[index]!;
    if (other.parent === undefined || !below.has(other.parent)) break;
    below.add(other);
    lines.push(`${other.statement.indent - node.statement.indent}:${other.code}`);
  }
  return lines.join('\n');
}
