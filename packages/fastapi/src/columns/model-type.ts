import { pythonLiteral, symbol, type CodeSymbol } from '@hut/render';
import { enumLength, type ColumnType } from './column-type.ts';

/** An expression of a model, in the parts that a formatter may put on lines of their own. */
export interface ModelExpression {
  readonly callee: string;
  readonly args: readonly string[];
  readonly symbols: readonly CodeSymbol[];
}

const PLAIN: Readonly<Partial<Record<ColumnType['name'], string>>> = {
  int: 'Integer',
  bigint: 'BigInteger',
  float: 'Double',
  bool: 'Boolean',
  date: 'Date',
  uuid: 'Uuid',
  json: 'JSON',
};

/** Types of the project itself: what the migrations draw as a column of SQL alone. */
const OWN: Readonly<Partial<Record<ColumnType['name'], string>>> = {
  datetime: 'UtcDateTime',
  time: 'UtcTime',
};

/** MySQL ends a TEXT after 64 KiB. */
const LONG: Readonly<Partial<Record<ColumnType['name'], readonly [string, string]>>> = {
  text: ['Text', 'MEDIUMTEXT'],
  bytes: ['LargeBinary', 'MEDIUMBLOB'],
};

const sqlalchemy = (name: string): CodeSymbol => symbol('sqlalchemy', name);

/** The type of a column as a model writes it; `enumClass` and the column's name are those of an enum. */
export function modelType(
  type: ColumnType,
  { name, enumClass }: { readonly name: string; readonly enumClass: string },
): ModelExpression {
  if (type.name === 'string') return call('String', [String(type.length)]);
  if (type.name === 'decimal') return call('Numeric', [String(type.precision), String(type.scale)]);
  if (type.name === 'enum') return enumType(type.values, name, enumClass);
  const own = OWN[type.name];
  if (own !== undefined) return { callee: own, args: [], symbols: [symbol('app.db.types', own)] };
  const long = LONG[type.name];
  return long === undefined ? call(PLAIN[type.name]!, []) : longType(...long);
}

function call(name: string, args: readonly string[]): ModelExpression {
  return { callee: name, args, symbols: [sqlalchemy(name)] };
}

function longType(name: string, variant: string): ModelExpression {
  return {
    callee: `${name}().with_variant`,
    args: [`${variant}()`, '"mysql"', '"mariadb"'],
    symbols: [sqlalchemy(name), symbol('sqlalchemy.dialects.mysql', variant)],
  };
}

/** Stored as text with a check: a type of PostgreSQL's own would outlive its table. */
function enumType(values: readonly string[], name: string, enumClass: string): ModelExpression {
  return {
    callee: 'Enum',
    args: [
      enumClass,
      'native_enum=False',
      'create_constraint=True',
      `length=${String(enumLength(values))}`,
      'values_callable=enum_values',
      `name=${pythonLiteral(name)}`,
    ],
    symbols: [sqlalchemy('Enum'), symbol('app.db.types', 'enum_values')],
  };
}
