import type { Column } from '../columns/column.ts';
import type { ForeignKey, Schema, Table } from './schema.ts';
import type { Refuse } from './schema-error.ts';
import { parseType } from './type-text.ts';

/** The line of a table, of several columns together, of one column. */
const TABLE = /^(\w+): ([A-Z]\w*(?:\.\w+)?)$/u;
const SET = /^(\w+)\((\w+(?:, \w+)+)\): (key|unique|index|unique index)$/u;
const COLUMN =
  /^(\w+)\.(\w+): (\S+)( null)?(?: default ("(?:[^"\\]|\\.)*"))?( key)?( unique)?( index)?(?: -> (\w+) (cascade|restrict|null))?$/u;

/** A table while its lines are read. */
interface Draft {
  of: string | undefined;
  readonly columns: Column[];
  readonly primaryKey: string[];
  readonly foreignKeys: ForeignKey[];
  readonly indexes: string[][];
  readonly uniques: string[][];
}

/** The error for what is wrong with the lines. */
type Wrong = (why: string) => Error;

/**
 * The lines of a schema in, its tables out; throws what `refuse` makes for anything that hut would not have written.
 * `others` are tables that it may speak of without their lines.
 */
export function parseSchema(
  lines: readonly string[],
  others: ReadonlySet<string>,
  refuse: Refuse,
): Schema {
  const wrong: Wrong = (why) => refuse(`hut's records of the migrations do not add up: ${why}.`);
  const drafts = new Map<string, Draft>();
  for (const line of lines) readLine(line, drafts, wrong);
  const isThere = (table: string): boolean => drafts.has(table) || others.has(table);
  const tables = [...drafts].map(([name, draft]) => toTable({ name, draft, isThere }, wrong));
  refuseTwoTables(tables, wrong);
  return { tables: tables.sort((left, right) => (left.name < right.name ? -1 : 1)) };
}

function readLine(line: string, drafts: Map<string, Draft>, wrong: Wrong): void {
  const table = TABLE.exec(line);
  if (table) {
    draftOf(drafts, table[1]!).of = table[2]!;
    return;
  }
  const set = SET.exec(line);
  if (set) {
    addKeys(draftOf(drafts, set[1]!), set[2]!.split(', '), set[3]!.split(' '));
    return;
  }
  const column = COLUMN.exec(line);
  if (column === null) throw wrong(`hut would not have written "${line}"`);
  readColumn(column, draftOf(drafts, column[1]!), wrong);
}

function readColumn(found: RegExpExecArray, draft: Draft, wrong: Wrong): void {
  const [, , name = '', typeText = '', isNull, text, key, unique, isIndex, table, onDelete] = found;
  const type = parseType(typeText);
  if (type === undefined) throw wrong(`${typeText} is no type of a column`);
  draft.columns.push({
    name,
    type,
    nullable: isNull !== undefined,
    ...(text === undefined ? {} : { default: readDefault(text, wrong) }),
  });
  const words = [key, unique, isIndex].flatMap((word) => (word === undefined ? [] : [word.trim()]));
  addKeys(draft, [name], words);
  if (table !== undefined) {
    draft.foreignKeys.push({ column: name, table, onDelete: onDelete as ForeignKey['onDelete'] });
  }
}

function draftOf(drafts: Map<string, Draft>, name: string): Draft {
  const known = drafts.get(name);
  if (known !== undefined) return known;
  const draft: Draft = {
    of: undefined,
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

function readDefault(text: string, wrong: Wrong): string {
  try {
    return String(JSON.parse(text));
  } catch {
    throw wrong(`${text} is no text`);
  }
}

interface Found {
  readonly name: string;
  readonly draft: Draft;
  readonly isThere: (table: string) => boolean;
}

/** What a line speaks of must be there. */
function toTable({ name, draft, isThere }: Found, wrong: Wrong): Table {
  const { of, ...parts } = draft;
  if (of === undefined) throw wrong(`nothing says whose table ${name} is`);
  if (parts.primaryKey.length === 0) throw wrong(`the table ${name} has no key`);
  const names = new Set(parts.columns.map((column) => column.name));
  const lost = [parts.primaryKey, ...parts.uniques, ...parts.indexes]
    .flat()
    .find((column) => !names.has(column));
  if (lost !== undefined) throw wrong(`the column ${name}.${lost} is missing`);
  const target = parts.foreignKeys.find(({ table }) => !isThere(table));
  if (target === undefined) return { name, of, ...parts };
  throw wrong(`${name}.${target.column} points to ${target.table}, which is missing`);
}

function refuseTwoTables(tables: readonly Table[], wrong: Wrong): void {
  const owners = tables.map(({ of }) => of);
  const twice = owners.find((of, index) => owners.indexOf(of) !== index);
  if (twice !== undefined) throw wrong(`${twice} has two tables`);
}
