import { codeOf, LONG_STRING, longStringLines } from './code.ts';
import type { Place } from './learnt.ts';
import type { Statement } from './statement.ts';

/** Stands between a block and what is in it. */
export const SEPARATOR = ' \u2023 ';

/** The place of a statement in the block of this path. */
export function placeOf(statement: Statement, path: string): Place {
  const { place } = statement.learnt;
  return place?.path === path ? place : (statement.learnt.place = toPlace(statement, path));
}

function toPlace(statement: Statement, path: string): Place {
  const code = codeOf(statement);
  const lines = code.includes(LONG_STRING) ? longStringLines(statement.tokens).join('\n') : '';
  const inside = `${path}/${elementOf(statement)}`;
  return { path, inside, key: path + SEPARATOR + code + lines };
}

/** Definitions by name, other blocks by kind, never by condition. */
function elementOf({ opens, name }: Statement): string {
  return name === undefined ? (opens ?? '') : `${opens} ${name}`;
}
