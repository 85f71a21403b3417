import type { Column } from '../columns/column.ts';
import type { Matched, TableMatch } from './match-tables.ts';
import { toRetype } from './retype.ts';
import { findRowValue } from './row-value.ts';
import { printType } from './type-text.ts';

/** What people are told before a migration is made, in a sentence each. */
export interface Warnings {
  /** What is lost. */
  readonly destructive: readonly string[];
  /** What rows may stop the migration. */
  readonly risks: readonly string[];
}

const NONE: Warnings = { destructive: [], risks: [] };

/** What a change of tables does to the rows that are there. */
export function toWarnings({ matches, dropped }: Matched): Warnings {
  const tables = dropped.map(({ name }) => `drops the table ${name} and all that is in it`);
  const all = [{ ...NONE, destructive: tables }, ...matches.flatMap(warningsOf)];
  return {
    destructive: all.flatMap(({ destructive }) => destructive),
    risks: all.flatMap(({ risks }) => risks),
  };
}

function warningsOf(match: TableMatch): readonly Warnings[] {
  const { before, after, columns } = match;
  const dropped = before.columns
    .filter(({ name }) => !columns.has(name))
    .map(({ name }) => `drops the column ${before.name}.${name} and what is in it`);
  const stays = [...columns].map(([was, now]) => {
    const from = before.columns.find(({ name }) => name === was)!;
    const to = after.columns.find(({ name }) => name === now)!;
    return { path: `${after.name}.${now}`, from, to };
  });
  return [
    { ...NONE, destructive: dropped },
    ...stays.map(ofRetype),
    { ...NONE, risks: stays.flatMap(ofRequired) },
    { ...NONE, risks: [...ofUniques(match), ...ofForeignKeys(match)] },
  ];
}

interface Stay {
  readonly path: string;
  readonly from: Column;
  readonly to: Column;
}

function ofRetype({ path, from, to }: Stay): Warnings {
  const retype = toRetype(from.type, to.type);
  if (!('why' in retype)) return NONE;
  const text = `changes ${path} from ${printType(from.type)} to ${printType(to.type)}: ${retype.why}`;
  return retype.kind === 'loses' ? { ...NONE, destructive: [text] } : { ...NONE, risks: [text] };
}

function ofRequired({ path, from, to }: Stay): readonly string[] {
  const isRequired = from.nullable && !to.nullable && findRowValue(to) === undefined;
  return isRequired ? [`requires ${path}: a row without a value stops the migration`] : [];
}

/** Rows that hold nothing in one of the columns are never alike. */
function ofUniques({ before, after, columns }: TableMatch): readonly string[] {
  const was = new Set(before.uniques.map((set) => set.map((name) => columns.get(name)).join()));
  const kept = new Set(columns.values());
  const isHarmless = (name: string, set: readonly string[]) => {
    const column = after.columns.find((candidate) => candidate.name === name)!;
    const isEmpty = column.nullable && (column.default === undefined || set.length === 1);
    return !kept.has(name) && (isEmpty || column.initial?.kind === 'uuid');
  };
  return after.uniques
    .filter((set) => !was.has(set.join()) && !set.some((name) => isHarmless(name, set)))
    .map(
      (set) =>
        `makes ${after.name}.${set.join(' with ')} unique: two rows alike stop the migration`,
    );
}

function ofForeignKeys({ before, after, columns }: TableMatch): readonly string[] {
  const free = [...columns]
    .filter(([was]) => !before.foreignKeys.some(({ column }) => column === was))
    .map(([, now]) => now);
  return after.foreignKeys
    .filter(({ column }) => free.includes(column))
    .map(
      ({ column, table }) =>
        `points ${after.name}.${column} to ${table}: a row that points to nothing stops the migration`,
    );
}
