import { parseField, readField, type Scalar } from '@hut/blueprint';
import { enumLength, toColumnType } from './column-type.ts';
import { toColumn } from './column.ts';
import { modelType } from './model-type.ts';

const scalar = (text: string): Scalar => parseField(text) as Scalar;
const column = (text: string, sets: readonly (readonly string[])[] = []) =>
  toColumn(scalar(text), { unique: sets, index: [] });

function printed(text: string): string {
  const { callee, args } = modelType(toColumnType(scalar(text)), {
    name: 'kind',
    enumClass: 'Kind',
  });
  return `${callee}(${args.join(', ')})`;
}

describe('the type of a column', () => {
  it.each([
    ['a:string:120', 'String(120)'],
    ['a:text', 'Text().with_variant(MEDIUMTEXT(), "mysql", "mariadb")'],
    ['a:email', 'String(254)'],
    ['a:url', 'String(2048)'],
    ['a:slug', 'String(255)'],
    ['a:int', 'Integer()'],
    ['a:bigint', 'BigInteger()'],
    ['a:float', 'Double()'],
    ['a:decimal:8,3', 'Numeric(8, 3)'],
    ['a:bool', 'Boolean()'],
    ['a:date', 'Date()'],
    ['a:datetime', 'UtcDateTime()'],
    ['a:time', 'UtcTime()'],
    ['a:uuid', 'Uuid()'],
    ['a:json', 'JSON()'],
    ['a:bytes', 'LargeBinary().with_variant(MEDIUMBLOB(), "mysql", "mariadb")'],
    [
      'a:enum:x,y',
      'Enum(Kind, native_enum=False, create_constraint=True, length=32, values_callable=enum_values, name="kind")',
    ],
  ])('of %s is %s in a model', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it('of a url leaves room in a key of MySQL, and for the others in a set', () => {
    expect(column('a:url:unique').type).toEqual({ name: 'string', length: 768 });
    expect(column('a:url', [['a', 'b']]).type).toEqual({ name: 'string', length: 512 });
  });

  it('of an enum has room for the values to come', () => {
    expect(enumLength(['a'])).toBe(32);
    expect(enumLength(['a'.repeat(40)])).toBe(40);
  });
});

describe('the default in the database', () => {
  it.each([
    ['a:string:default=draft', 'draft'],
    ['a:int:default=-7', '-7'],
    ['a:float:default=1e3', '1000'],
    ['a:decimal:10,2:default=0', '0.00'],
    ['a:decimal:10,2:default=-0', '0.00'],
    ['a:decimal:10,0:default=5', '5'],
    ['a:decimal:8,3:default=-99.95', '-99.950'],
    ['a:bool:default=true', '1'],
    ['a:bool:default=false', '0'],
    ['a:enum:x,y:default=y', 'y'],
  ])('of %s is %s', (text, expected) => {
    expect(column(text).default).toBe(expected);
  });

  it.each([
    'a:text:default=x',
    'a:datetime:default=now',
    'a:date:default=2026-01-31',
    'a:uuid:default=6f9619ff-8b86-d011-b42d-00c04fc964ff',
    'a:uuid:default=uuid',
    'a:string',
  ])('is none for %s: the application fills it in', (text) => {
    expect(column(text).default).toBeUndefined();
  });

  it.each(['', "it's", '50%', 'a :b', 'a\\b', 'a\nb', 'say "hi"'])(
    'is none for %j: databases write it back otherwise',
    (text) => {
      const field = readField('a', { type: 'string', default: text }) as Scalar;
      expect(toColumn(field, { unique: [], index: [] }).default).toBeUndefined();
    },
  );
});
