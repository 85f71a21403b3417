import type { Column } from '../columns/column.ts';
import type { ForeignKey, Schema, Table } from './schema.ts';
import { schemaError } from './schema-error.ts';
import { parseType } from './type-text.ts';

/** The line of a table, of several columns together, of one column. */
const TABLE = /^(\w+): ([A-Z]\w*(?:\.\w+)?)$/u;
const SET = /^(\w+)\((\w+(?:, \w+)+)\): (key|unique|index|unique index)$/u;
const COLUMN =
  /^(\w+)\.(\w+): (\S+)( null)?(?: default ("(?:[^"\\]|\\.)*"))?( key)?( unique)?( index)?(?: -> (\w+) (cascade|restrict|null))?$/u;

/** A table while its lines are read. */
interface Draft {
  of: string | undefined;
  /** A line of it, to say where it stands. */
  readonly line: number;
  readonly columns: Column[];
  readonly primaryKey: string[];
  readonly foreignKeys: ForeignKey[];
  readonly indexes: string[][];
  readonly uniques: string[][];
}

/**
 * The text of `.hut/schema.yaml` in, its tables out; throws HutError for anything that hut would not have written.
 * `others` are tables that it may speak of without their lines.
 */
export function parseSchema(text: string, others: ReadonlySet<string> = new Set()): Schema {
  const drafts = new Map<string, Draft>();
  const seen = new Set<string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const subject = line.slice(0, line.indexOf(': '));
    if (seen.has(subject)) throw damaged(index, `${subject} stands there twice`);
    seen.add(subject);
    readLine(line, index, drafts);
  }
  const tables = [...drafts].map(([name, draft]) =>
    toTable(name, draft, (other) => drafts.has(other) || others.has(other)),
  );
  refuseTwoTables(tables);
  return { tables: tables.sort((left, right) => (left.name < right.name ? -1 : 1)) };
}

function readLine(line: string, index: number, drafts: Map<string, Draft>): void {
  const table = TABLE.exec(line);
  if (table) {
    draftOf(drafts, table[1]!, index).of = table[2]!;
    return;
  }
  const set = SET.exec(line);
  if (set) {
    addKeys(draftOf(drafts, set[1]!, index), set[2]!.split(', '), set[3]!.split(' '));
    return;
  }
  const column = COLUMN.exec(line);
  if (column === null) throw damaged(index, whatIsWrong(line));
  readColumn(column, index, draftOf(drafts, column[1]!, index));
}

function readColumn(found: RegExpExecArray, index: number, draft: Draft): void {
  const [, , name = '', typeText = '', isNull, text, key, unique, isIndex, table, onDelete] = found;
  const type = parseType(typeText);
  if (type === undefined) throw damaged(index, `${typeText} is no type of a column`);
  draft.columns.push({
    name,
    type,
    nullable: isNull !== undefined,
    ...(text === undefined ? {} : { default: readDefault(text, index) }),
  });
  const words = [key, unique, isIndex].flatMap((word) => (word === undefined ? [] : [word.trim()]));
  addKeys(draft, [name], words);
  if (table !== undefined) {
    draft.foreignKeys.push({ column: name, table, onDelete: onDelete as ForeignKey['onDelete'] });
  }
}

function draftOf(drafts: Map<string, Draft>, name: string, line: number): Draft {
  const known = drafts.get(name);
  if (known !== undefined) return known;
  const draft: Draft = {
    of: undefined,
    line,
    columns: [],
    primaryKey: [],
    foreignKeys: [],
    indexes: [],
    uniques: [],
  };
  drafts.set(name, draft);
  return draft;
}

function addKeys(draft: Draft, set: string[], words: readonly string[]): void {
  if (words.includes('key')) draft.primaryKey.push(...set);
  if (words.includes('unique')) draft.uniques.push(set);
  if (words.includes('index')) draft.indexes.push(set);
}

function readDefault(text: string, index: number): string {
  try {
    return String(JSON.parse(text));
  } catch {
    throw damaged(index, `${text} is no text`);
  }
}

/** A merge may leave half a table: what a line speaks of must be there. */
function toTable(name: string, draft: Draft, isThere: (table: string) => boolean): Table {
  const { of, line, ...parts } = draft;
  if (of === undefined) throw damaged(line, `no line says whose table ${name} is`);
  if (parts.primaryKey.length === 0) throw damaged(line, `the table ${name} has no key`);
  const names = new Set(parts.columns.map((column) => column.name));
  const lost = [parts.primaryKey, ...parts.uniques, ...parts.indexes]
    .flat()
    .find((column) => !names.has(column));
  if (lost !== undefined) throw damaged(line, `the column ${name}.${lost} is missing`);
  const target = parts.foreignKeys.find(({ table }) => !isThere(table));
  if (target)
    throw damaged(line, `${name}.${target.column} points to ${target.table}, which is missing`);
  return { name, of, ...parts };
}

function refuseTwoTables(tables: readonly Table[]): void {
  const owners = tables.map(({ of }) => of);
  const twice = owners.find((of, index) => owners.indexOf(of) !== index);
  if (twice !== undefined) throw schemaError(`is damaged: ${twice} has two tables.`);
}

function whatIsWrong(line: string): string {
  return /^(?:<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)/u.test(line)
    ? 'git has left a conflict there; keep the lines of both sides'
    : 'hut would not have written this line';
}

function damaged(index: number, why: string): Error {
  return schemaError(`is damaged, line ${String(index + 1)}: ${why}.`);
}
