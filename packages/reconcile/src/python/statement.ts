import { checkTokens } from './check-tokens.ts';
import { splitLogicalLines, type LogicalLine } from './logical-line.ts';
import { BrokenPython, type Token } from './token.ts';

/**
 *   text -> logical lines -> each checked by itself -> a tree by indentation, clauses in order
 */

/** A logical line in its block; `opens` is the keyword of the block or definition that it begins, also on one line. */
export interface Statement extends LogicalLine {
  readonly parent: Statement | undefined;
  readonly opens: string | undefined;
  /** The name of a def or class. */
  readonly name: string | undefined;
}

/** What a scan found: all statements in order, or why it is no Python. */
export type Scan =
  | { readonly ok: true; readonly statements: readonly Statement[] }
  | { readonly ok: false; readonly reason: string };

/** Reads the layout of a Python text; never throws. */
export function scanPython(text: string): Scan {
  return scanLines(text.split('\n'));
}

/** Reads the layout of a Python text, given as its lines; never throws. */
export function scanLines(lines: readonly string[]): Scan {
  try {
    return { ok: true, statements: readLayout(splitLogicalLines(lines)) };
  } catch (error) {
    if (error instanceof BrokenPython) return { ok: false, reason: error.message };
    throw error;
  }
}

const COMPOUND = new Set('if elif else for while try except finally with def class'.split(' '));
const FOLLOWS: Readonly<Record<string, ReadonlySet<string>>> = {
  elif: new Set(['if', 'elif']),
  else: new Set(['if', 'elif', 'for', 'while', 'except']),
  except: new Set(['try', 'except']),
  finally: new Set(['try', 'except', 'else of try']),
};

interface Level {
  readonly indent: number;
  readonly tightIndent: number;
  readonly parent: Statement | undefined;
  /** The clause before, as far as another may follow it. */
  clause: string;
  decorated: boolean;
}

/** The open blocks of one pass; `opening` has begun a block that no line stands in yet. */
interface Layout {
  readonly statements: Statement[];
  readonly levels: Level[];
  opening: Statement | undefined;
}

function readLayout(lines: readonly LogicalLine[]): readonly Statement[] {
  const layout: Layout = { statements: [], levels: [toLevel(0, 0, undefined)], opening: undefined };
  for (const line of lines) takeLine(layout, line);
  const end = lines.at(-1)?.last ?? 0;
  if (layout.opening !== undefined) throw new BrokenPython(end, 'a block is empty');
  while (layout.levels.length > 0) closeLevel(layout, end);
  return layout.statements;
}

function toLevel(indent: number, tightIndent: number, parent: Statement | undefined): Level {
  return { indent, tightIndent, parent, clause: '', decorated: false };
}

function takeLine(layout: Layout, line: LogicalLine): void {
  checkTokens(line);
  const level = enterLevel(layout, line);
  const opens = keywordOf(line.tokens, level.parent);
  checkClause(level, opens ?? '', line);
  const name = opens === 'def' || opens === 'class' ? nameOf(line.tokens) : undefined;
  const statement = toStatement(line, level.parent, opens, name);
  layout.statements.push(statement);
  if (endsInColon(line.tokens)) layout.opening = requireBlock(statement);
  else if (opens !== undefined) requireOneLine(statement);
}

/** Written out, as a spread costs several times as much. */
function toStatement(
  { first, last, indent, tightIndent, tokens, commented, learnt }: LogicalLine,
  parent: Statement | undefined,
  opens: string | undefined,
  name: string | undefined,
): Statement {
  return { first, last, indent, tightIndent, tokens, commented, learnt, parent, opens, name };
}

function enterLevel(layout: Layout, line: LogicalLine): Level {
  const { indent, tightIndent } = line;
  const { levels, opening } = layout;
  if (opening !== undefined) {
    const { indent: outer, tightIndent: tightOuter } = levels.at(-1)!;
    const deeper = indent > outer && tightIndent > tightOuter;
    if (!deeper) throw broken(line, 'an indented block is missing');
    levels.push(toLevel(indent, tightIndent, opening));
    layout.opening = undefined;
    return levels.at(-1)!;
  }
  while (indent < levels.at(-1)!.indent) closeLevel(layout, line.first);
  const top = levels.at(-1)!;
  if (indent !== top.indent) throw broken(line, 'the indentation fits no block');
  if (tightIndent !== top.tightIndent) throw broken(line, 'tabs and blanks are mixed');
  return top;
}

function closeLevel({ levels }: Layout, at: number): void {
  const { clause, decorated } = levels.pop()!;
  if (clause === 'try') throw new BrokenPython(at, 'try has neither except nor finally');
  if (decorated) throw new BrokenPython(at, 'a decorator decorates nothing');
}

function checkClause(level: Level, opens: string, line: LogicalLine): void {
  const { clause } = level;
  const follows = FOLLOWS[opens];
  const lost = follows !== undefined && !follows.has(clause);
  if (lost) throw broken(line, `"${opens}" follows nothing`);
  const unfinished = clause === 'try' && follows === undefined;
  if (unfinished) throw broken(line, 'try has neither except nor finally');
  const decorator = line.tokens[0]!.text === '@';
  const definition = decorator || opens === 'def' || opens === 'class';
  if (level.decorated && !definition) throw broken(line, 'a decorator decorates nothing');
  level.decorated = decorator;
  level.clause = opens === 'else' && clause === 'except' ? 'else of try' : opens;
}

function requireBlock(statement: Statement): Statement {
  if (statement.opens === undefined) throw broken(statement, 'a colon at the end of no block');
  return statement;
}

function keywordOf(tokens: readonly Token[], parent: Statement | undefined): string | undefined {
  const [first, second] = tokens;
  const { text, kind } = first!;
  if (kind === 'keyword') {
    if (text === 'async') return second?.text;
    return COMPOUND.has(text) ? text : undefined;
  }
  if (text === 'match' && tokens.length > 2 && endsInColon(tokens)) return 'match';
  return text === 'case' && parent?.opens === 'match' ? 'case' : undefined;
}

function nameOf(tokens: readonly Token[]): string | undefined {
  return tokens[tokens[0]!.text === 'async' ? 2 : 1]?.text;
}

function endsInColon(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)!;
  return last.kind === 'op' && last.text === ':';
}

function requireOneLine(statement: Statement): void {
  let [depth, lambdas] = [0, 0];
  for (const { kind, text } of statement.tokens) {
    if (kind === 'keyword' && text === 'lambda' && depth === 0) lambdas++;
    if (kind !== 'op') continue;
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text)) depth--;
    else if (text === ':' && depth === 0 && lambdas-- === 0) return;
  }
  throw broken(statement, `a colon is missing after "${statement.opens}"`);
}

function broken(line: LogicalLine, what: string): BrokenPython {
  return new BrokenPython(line.first + 1, what);
}
