import type { Column } from '../columns/column.ts';
import type { Schema, Table } from './schema.ts';
import { printType } from './type-text.ts';

/*
 *     articles(author_id, title): unique                   what several columns are together
 *     articles.author_id: uuid index -> users restrict     a column
 *     articles.id: uuid key
 *     articles: Article                                    whose table it is
 *
 * Every line stands for itself, so that a migration can take some and add others: nothing is nested, nothing depends on the line before.
 */

/** A schema as lines, sorted: what the records of migrations are made of. */
export function printSchema({ tables }: Schema): readonly string[] {
  return tables.flatMap(tableLines).sort();
}

function tableLines(table: Table): readonly string[] {
  const { name, of, columns } = table;
  const keys = keysOf(table);
  const targets = new Map(
    table.foreignKeys.map((key) => [key.column, `-> ${key.table} ${key.onDelete}`]),
  );
  const sets = [...keys].filter(([set]) => set.includes(','));
  return [
    `${name}: ${of}`,
    ...sets.map(([set, words]) => `${name}(${set.replaceAll(',', ', ')}): ${words.join(' ')}`),
    ...columns.map((column) => {
      const more = [...(keys.get(column.name) ?? []), targets.get(column.name) ?? ''];
      return `${name}.${column.name}: ${printColumn(column)} ${more.join(' ')}`.trimEnd();
    }),
  ];
}

/** What each set of columns is, by the names of its columns. */
function keysOf({ primaryKey, uniques, indexes }: Table): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  const add = (set: readonly string[], word: string): void => {
    const words = keys.get(set.join());
    if (words === undefined) keys.set(set.join(), [word]);
    else words.push(word);
  };
  add(primaryKey, 'key');
  for (const set of uniques) add(set, 'unique');
  for (const set of indexes) add(set, 'index');
  return keys;
}

function printColumn({ type, nullable, default: text }: Column): string {
  const given = text === undefined ? '' : ` default ${printDefault(text)}`;
  return `${printType(type)}${nullable ? ' null' : ''}${given}`;
}

/** A JSON text without the characters that mean something in a line, and none that nobody can type. */
function printDefault(text: string): string {
  return JSON.stringify(text)
    .replaceAll(':', '\\u003a')
    .replaceAll('#', '\\u0023')
    .replace(
      /[\u007f-\uffff]/gu,
      (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
