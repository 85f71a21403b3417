import { createHash } from 'node:crypto';
import { pythonLiteral } from '@hut/render';
import type { Ids } from './fill-rows.ts';
import { namedTypeLines } from './migration-type.ts';
import { invert, type Operation } from './operation.ts';
import { call, printCode } from './python-code.ts';
import { printOperation } from './print-operation.ts';
import { groupStatements, type Statement, type StatementGroup } from './statement.ts';

/** What a migration does, and after which others it comes. */
export interface Migration {
  readonly title: string;
  readonly revision: string;
  readonly parents: readonly string[];
  readonly operations: readonly Operation[];
  readonly ids: Ids;
}

/** What tells the migrations that hut made from those of people and of Alembic. */
export const MADE_BY_HUT = 'Made once by hut from hut.yaml';

/** The text of a migration, as ruff format leaves it. */
export function printMigration(migration: Migration): string {
  const { title, revision, parents, operations, ids } = migration;
  const functions = [
    ...functionLines('upgrade', operations, ids),
    ...functionLines('downgrade', invert(operations), ids),
  ].join('\n');
  const types = namedTypeLines(functions);
  const head = [
    ...docLines(title, revision, parents),
    ...importLines(functions, types),
    '',
    `revision = ${pythonLiteral(revision)}`,
    `down_revision = ${parentsCode(parents)}`,
    'branch_labels = None',
    'depends_on = None',
    ...(types.length === 0 ? [] : ['', ...types]),
  ];
  return `${head.join('\n')}\n${functions}\n`;
}

/** The id of a migration: made of what it does and what it comes after, so that it is the same wherever it is made. */
export function toRevision(parents: readonly string[], operations: readonly Operation[]): string {
  const text = JSON.stringify({ parents, operations });
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function docLines(title: string, revision: string, parents: readonly string[]): readonly string[] {
  return [
    `"""${title}`,
    '',
    `Revision ID: ${revision}`,
    `Revises: ${parents.join(', ')}`.trimEnd(),
    '',
    `${MADE_BY_HUT}, and yours from then on: hut does not write it again.`,
    '"""',
    '',
  ];
}

/** What a migration may import, in the order of ruff, and the name that tells whether it does. */
const IMPORTS: readonly (readonly [name: RegExp, line: string])[] = [
  [/\bdt\./u, 'import datetime as dt'],
  [/\bjson\./u, 'import json'],
  [/\buuid\./u, 'import uuid'],
  [/\bDecimal\(/u, 'from decimal import Decimal'],
];

function importLines(functions: string, types: readonly string[]): readonly string[] {
  const standard = IMPORTS.filter(([name]) => name.test(functions)).map(([, line]) => line);
  const isOfMysql = types.length > 0;
  return [
    ...standard,
    ...(standard.length === 0 ? [] : ['']),
    ...(/\bsa\./u.test(functions) || isOfMysql ? ['import sqlalchemy as sa'] : []),
    // A merge of two heads may do nothing.
    ...(/\bop\./u.test(functions) ? ['from alembic import op'] : []),
    ...(isOfMysql ? ['from sqlalchemy.dialects import mysql'] : []),
  ];
}

function parentsCode(parents: readonly string[]): string {
  const texts = parents.map((parent) => pythonLiteral(parent));
  if (texts.length > 1) return `(${texts.join(', ')})`;
  return texts[0] ?? 'None';
}

function functionLines(
  name: string,
  operations: readonly Operation[],
  ids: Ids,
): readonly string[] {
  const statements = operations.flatMap((operation) => printOperation(operation, ids));
  const body = groupStatements(statements).flatMap(groupLines);
  return ['', '', `def ${name}() -> None:`, ...(body.length === 0 ? ['    pass'] : body)];
}

function groupLines(group: StatementGroup): readonly string[] {
  const { batch } = group[0];
  if (batch === undefined) return group.flatMap((statement) => statementLines(statement, 4));
  const opened = call('op.batch_alter_table', pythonLiteral(batch));
  return [
    `    with ${printCode(opened, 4, 'with '.length, ' as batch_op:'.length)} as batch_op:`,
    ...group.flatMap((statement) => statementLines(statement, 8)),
  ];
}

function statementLines({ code, comment }: Statement, indent: number): readonly string[] {
  const margin = ' '.repeat(indent);
  const lines = isLines(code)
    ? code.map((line) => margin + line)
    : [margin + printCode(code, indent)];
  return comment === undefined ? lines : [`${margin}# ${comment}`, ...lines];
}

function isLines(code: Statement['code']): code is readonly string[] {
  return Array.isArray(code);
}
