import { isClosing, isOp, isOpening, splitItems, unfold } from './bracket-items.ts';
import type { Statement } from './statement.ts';
import { isConstant, type Token } from './token.ts';

/** The names that one statement binds (in the scope where it stands, or in the one that it opens) and uses. */
export interface Names {
  readonly binds: ReadonlySet<string>;
  /** Those of `binds` that an assignment or an annotation binds. */
  readonly targets: ReadonlySet<string>;
  /** Parameters and type parameters of a def or class: bound inside it. */
  readonly bindsInside: ReadonlySet<string>;
  readonly uses: ReadonlySet<string>;
  /** `from m import *`: binds what nobody knows. */
  readonly star: boolean;
}

const AUGMENTED = /^(=|\+=|-=|\*=|\/=|\/\/=|%=|@=|&=|\|=|\^=|>>=|<<=|\*\*=)$/;

/** Reads the names of one statement. A row of tokens says it all, except that `case` is a word of its own outside a match. */
export function namesOf(statement: Statement): Names {
  if (statement.opens === 'case') return readNames(statement);
  return (statement.learnt.names ??= readNames(statement));
}

function readNames(statement: Statement): Names {
  const { tokens } = statement;
  const first = tokens[0]!;
  if (first.kind === 'keyword' && (first.text === 'import' || first.text === 'from')) {
    return namesOfImport(tokens);
  }
  const binds = new Set<string>();
  const bindsInside = new Set<string>();
  const uses = new Set<string>();
  if (statement.name !== undefined) binds.add(statement.name);
  if (statement.opens === 'def' || statement.opens === 'class')
    addParameters(statement, bindsInside);
  if (statement.opens === 'case') addAllNames(tokens, binds);
  if (first.text === 'global' || first.text === 'nonlocal') addAllNames(tokens, binds);
  const targets = new Set<string>();
  addTargets(tokens, targets);
  for (const name of targets) binds.add(name);
  addInnerBindings(tokens, binds);
  addUses(tokens, uses);
  for (const name of bindsInside) uses.delete(name);
  return {
    binds: orNone(binds),
    targets: orNone(targets),
    bindsInside: orNone(bindsInside),
    uses: orNone(uses),
    star: false,
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Most statements bind nothing: one empty set is kept for all of them. */
function orNone(names: ReadonlySet<string>): ReadonlySet<string> {
  return names.size === 0 ? NONE : names;
}

/** The names that `import` and `from` bind, each with what it stands for. */
export function importedNames(tokens: readonly Token[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const from = tokens[0]!.text === 'from';
  const at = tokens.findIndex(({ kind, text }) => kind === 'keyword' && text === 'import');
  const module = from
    ? tokens
        .slice(1, at)
        .map(({ text }) => text)
        .join('')
    : '';
  const listed = tokens.slice(at + 1).filter((token) => !isOp(token, '(') && !isOp(token, ')'));
  for (const item of splitItems(listed)) {
    const as = item.findIndex(({ kind, text }) => kind === 'keyword' && text === 'as');
    const path = (as === -1 ? item : item.slice(0, as)).map(({ text }) => text).join('');
    const name = as === -1 ? (from ? path : item[0]!.text) : item[as + 1]!.text;
    names.set(name, `${module} ${path}`);
  }
  return names;
}

function namesOfImport(tokens: readonly Token[]): Names {
  const binds = new Set(importedNames(tokens).keys());
  const star = binds.delete('*');
  return { binds, targets: NONE, bindsInside: NONE, uses: NONE, star };
}

function addParameters({ tokens, opens }: Statement, names: Set<string>): void {
  const { brackets } = unfold(tokens);
  for (const { open, items } of brackets) {
    if (opens === 'class' && open === '(') continue;
    for (const item of items) {
      const name = item.find(({ kind }) => kind === 'name');
      if (name !== undefined) names.add(name.text);
    }
    if (open === '(') return;
  }
}

function addAllNames(tokens: readonly Token[], names: Set<string>): void {
  for (const { kind, text } of tokens) if (kind === 'name') names.add(text);
}

/**
 * Targets of assignments and annotations: names before each `=` and before the `:` of an annotation that stand in no
 * call or subscript. What stands between that `:` and the `=` is the annotation: used, not bound.
 */
function addTargets(tokens: readonly Token[], binds: Set<string>): void {
  let [depth, start, annotated] = [0, 0, false];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (isOpening(token)) depth++;
    else if (isClosing(token)) depth--;
    if (depth > 0 || token.kind !== 'op') continue;
    const annotation = token.text === ':' && (index === 1 || isOp(tokens[1], '.'));
    const assignment = AUGMENTED.test(token.text);
    if (annotation || (assignment && !annotated)) addTarget(tokens.slice(start, index), binds);
    annotated = annotation || (annotated && !assignment && token.text !== ';');
    if (assignment || token.text === ';' || token.text === ':') start = index + 1;
  }
}

/** Names that stand in a subscript or a call are used there, not bound. */
function addTarget(tokens: readonly Token[], binds: Set<string>): void {
  const reaching: boolean[] = [];
  tokens.forEach((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (isOpening(token)) reaching.push(before !== undefined && endsOperand(before));
    else if (isClosing(token)) reaching.pop();
    const { kind, text } = token;
    const reached = isOp(before, '.') || isOp(after, '.') || isOp(after, '[') || isOp(after, '(');
    const bound = kind === 'name' && !reached && !reaching.includes(true);
    if (bound && !isConstant(text)) binds.add(text);
  });
}

function endsOperand(token: Token): boolean {
  return token.kind === 'name' || token.kind === 'string' || isClosing(token);
}

/** `for x in`, `as x`, `x :=` and the parameters of a lambda, wherever they stand. */
function addInnerBindings(tokens: readonly Token[], binds: Set<string>): void {
  for (let index = 0; index < tokens.length; index++) {
    const { kind, text, inside } = tokens[index]!;
    if (inside !== undefined) addInnerBindings(inside, binds);
    const after = tokens[index + 1];
    if (kind === 'keyword' && text === 'as' && after?.kind === 'name') binds.add(after.text);
    if (kind === 'keyword' && text === 'as' && isOp(after, '('))
      addTarget(until(tokens, index + 1, ':'), binds);
    if (kind === 'keyword' && text === 'for') addTarget(until(tokens, index + 1, 'in'), binds);
    if (kind === 'keyword' && text === 'lambda') addLambda(until(tokens, index + 1, ':'), binds);
    if (kind === 'name' && isOp(after, ':=')) binds.add(text);
  }
}

function addLambda(tokens: readonly Token[], binds: Set<string>): void {
  for (const item of splitItems(tokens)) {
    const name = item.find(({ kind }) => kind === 'name');
    if (name !== undefined) binds.add(name.text);
  }
}

function until(tokens: readonly Token[], from: number, text: string): readonly Token[] {
  const end = tokens.findIndex((token, index) => index >= from && token.text === text);
  return tokens.slice(from, end === -1 ? tokens.length : end);
}

function addUses(tokens: readonly Token[], uses: Set<string>): void {
  tokens.forEach(({ kind, text, inside }, index) => {
    if (inside !== undefined) addUses(inside, uses);
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const argument = isOp(after, '=') && (isOp(before, '(') || isOp(before, ','));
    if (kind === 'name' && !isOp(before, '.') && !argument && !isConstant(text)) uses.add(text);
  });
}
