import { snakeCase } from '@hut/blueprint';
import { isAltered } from './compare-columns.ts';
import type { Matched, TableMatch } from './match-tables.ts';
import type { Table } from './schema.ts';

/** What a migration is about: a verb and names each, the larger things first. */
export function toTopics({ created, dropped, matches }: Matched): readonly string[] {
  return [
    ...created.map((table) => `add_${subjectOf(table)}`),
    ...matches.filter(isRenamed).map(({ before }) => `rename_${subjectOf(before)}`),
    ...matches.flatMap(topicsOf),
    ...dropped.map((table) => `drop_${subjectOf(table)}`),
  ];
}

function subjectOf({ of }: Table): string {
  return of.split('.').map(snakeCase).join('_');
}

/** The links of an entity follow it; that needs no word. */
function isRenamed({ before, after }: TableMatch): boolean {
  const [entity, relation] = after.of.split('.');
  const [entityBefore, relationBefore] = before.of.split('.');
  if (relation === undefined) return before.name !== after.name || entity !== entityBefore;
  return entity === entityBefore && relation !== relationBefore;
}

function topicsOf(match: TableMatch): readonly string[] {
  const { before, after, columns } = match;
  if (after.of.includes('.')) return [];
  const name = subjectOf(after);
  const kept = new Set(columns.values());
  const changed = changedColumns(match);
  const setChanges = setsAside(after).join() === setsAside(before, columns).join();
  return [
    ...[...columns].filter(([was, now]) => was !== now).map(([was]) => `rename_${name}_${was}`),
    ...after.columns
      .filter((column) => !kept.has(column.name))
      .map((column) => `add_${name}_${column.name}`),
    ...changed.map((column) => `change_${name}_${column}`),
    ...before.columns
      .filter((column) => !columns.has(column.name))
      .map((column) => `drop_${name}_${column.name}`),
    ...(setChanges ? [] : [`change_${name}_keys`]),
  ];
}

/** Columns that stay and are told otherwise than before. */
function changedColumns({ before, after, columns }: TableMatch): readonly string[] {
  return [...columns].flatMap(([was, now]) => {
    const from = before.columns.find(({ name }) => name === was)!;
    const to = after.columns.find(({ name }) => name === now)!;
    const isSame = !isAltered({ from, to }) && aloneOf(before, was) === aloneOf(after, now);
    return isSame ? [] : [now];
  });
}

/** What holds for one column alone. */
function aloneOf({ columns, foreignKeys, uniques, indexes }: Table, name: string): string {
  const type = columns.find((column) => column.name === name)!.type;
  return [
    type.name === 'enum' ? type.values.join() : '',
    foreignKeys.find(({ column }) => column === name)?.onDelete,
    uniques.some((set) => set.join() === name),
    indexes.some((set) => set.join() === name),
  ].join(' ');
}

/** The sets of several columns, as they are called now. */
function setsAside(
  { uniques, indexes }: Table,
  columnTo?: ReadonlyMap<string, string>,
): readonly string[] {
  const print = (kind: string) => (set: readonly string[]) =>
    `${kind} ${set.map((name) => columnTo?.get(name) ?? name).join(' ')}`;
  const many = (sets: readonly (readonly string[])[]) => sets.filter((set) => set.length > 1);
  return [...many(uniques).map(print('unique')), ...many(indexes).map(print('index'))].sort();
}
