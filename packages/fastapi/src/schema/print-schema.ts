import type { Column } from '../columns/column.ts';
import type { Schema, Table } from './schema.ts';
import { printType } from './type-text.ts';

const HEAD = [
  '# The tables that the migrations of this project add up to: what the next migration is made from.',
  '# hut writes it with each migration. Commit both; after a merge keep the lines of both sides.',
];

/*
 *     articles: Article                                    whose table it is
 *     articles(author_id, title): unique                   what several columns are together
 *     articles.author_id: uuid index -> users restrict     a column
 *     articles.id: uuid key
 *
 * Every line stands for itself, so that git merges them: nothing is nested, nothing depends on the line before.
 */

/** A schema as the text of `.hut/schema.yaml`. */
export function printSchema({ tables }: Schema): string {
  const lines = tables.flatMap(printTable).sort((left, right) => (left < right ? -1 : 1));
  return `${[...HEAD, ...lines].join('\n')}\n`;
}

function printTable(table: Table): readonly string[] {
  const { name, of, columns } = table;
  return [
    `${name}: ${of}`,
    ...setsOf(table).map((set) => `${name}(${set.join(', ')}): ${keysOf(table, set).join(' ')}`),
    ...columns.map((column) => `${name}.${column.name}: ${printColumn(table, column)}`),
  ];
}

function setsOf({ primaryKey, uniques, indexes }: Table): readonly (readonly string[])[] {
  const sets = [primaryKey, ...uniques, ...indexes].filter((set) => set.length > 1);
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}

function printColumn(table: Table, { name, type, nullable, default: text }: Column): string {
  const key = table.foreignKeys.find(({ column }) => column === name);
  return [
    printType(type),
    ...(nullable ? ['null'] : []),
    ...(text === undefined ? [] : [`default ${printDefault(text)}`]),
    ...keysOf(table, [name]),
    ...(key === undefined ? [] : [`-> ${key.table} ${key.onDelete}`]),
  ].join(' ');
}

function keysOf(
  { primaryKey, uniques, indexes }: Table,
  set: readonly string[],
): readonly string[] {
  const isSet = (other: readonly string[]) => other.join() === set.join();
  return [
    ...(isSet(primaryKey) ? ['key'] : []),
    ...(uniques.some(isSet) ? ['unique'] : []),
    ...(indexes.some(isSet) ? ['index'] : []),
  ];
}

/** A JSON text without the two characters that mean something to YAML inside a line. */
function printDefault(text: string): string {
  return JSON.stringify(text)
    .replaceAll(':', '\\u003a')
    .replaceAll('#', '\\u0023')
    .replace(
      /[\u007f-\uffff]/gu,
      (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
