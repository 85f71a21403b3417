import { enumLength, type ColumnType } from '../columns/column-type.ts';
import { pythonLiteral } from '@hut/render';

const PLAIN: Readonly<Partial<Record<ColumnType['name'], string>>> = {
  int: 'sa.Integer()',
  bigint: 'sa.BigInteger()',
  float: 'sa.Double()',
  bool: 'sa.Boolean()',
  date: 'sa.Date()',
  uuid: 'sa.Uuid()',
  json: 'sa.JSON()',
};

/** Types that MySQL has its own of: named once at the top of a migration, which imports nothing of the application. */
const NAMED: Readonly<Partial<Record<ColumnType['name'], readonly [name: string, code: string]>>> =
  {
    bytes: ['BYTES', 'sa.LargeBinary().with_variant(mysql.MEDIUMBLOB(), "mysql", "mariadb")'],
    datetime: [
      'DATETIME',
      'sa.DateTime(timezone=True).with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb")',
    ],
    text: ['TEXT', 'sa.Text().with_variant(mysql.MEDIUMTEXT(), "mysql", "mariadb")'],
    time: ['TIME', 'sa.Time().with_variant(mysql.TIME(fsp=6), "mysql", "mariadb")'],
  };

/** What PostgreSQL calls the types that it casts to only when told. */
const CASTS: Readonly<Partial<Record<ColumnType['name'], string>>> = {
  int: 'INTEGER',
  bigint: 'BIGINT',
  float: 'DOUBLE PRECISION',
};

/** The type of a column as a migration writes it. */
export function migrationType(type: ColumnType): string {
  if (type.name === 'string') return `sa.String(length=${String(type.length)})`;
  if (type.name === 'enum') return `sa.String(length=${String(enumLength(type.values))})`;
  if (type.name === 'decimal') {
    return `sa.Numeric(precision=${String(type.precision)}, scale=${String(type.scale)})`;
  }
  return NAMED[type.name]?.[0] ?? PLAIN[type.name]!;
}

/** The lines that name types at the top of a migration, for those that its text uses. */
export function namedTypeLines(text: string): readonly string[] {
  return Object.values(NAMED)
    .filter(([name]) => new RegExp(`\\b${name}\\b`, 'u').test(text))
    .map(([name, code]) => `${name} = ${code}`);
}

/** The expression that casts a text to a number on PostgreSQL; undefined where it casts by itself. */
export function postgresqlCast(name: string, from: ColumnType, to: ColumnType): string | undefined {
  if (from.name !== 'string' && from.name !== 'text') return undefined;
  const target =
    to.name === 'decimal'
      ? `NUMERIC(${String(to.precision)}, ${String(to.scale)})`
      : CASTS[to.name];
  return target === undefined ? undefined : pythonLiteral(`"${name}"::${target}`);
}
