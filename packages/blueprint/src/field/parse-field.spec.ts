import { HutError } from '@hut/errors';
import type { Field } from './field.ts';
import { parseField } from './parse-field.ts';
import { readField } from './read-field.ts';

const AROUND = { entity: 'Article', entities: ['Article', 'User', 'Tag'] };
const SCALAR = {
  kind: 'scalar',
  optional: false,
  unique: false,
  index: false,
  private: false,
  readonly: false,
} as const;
const RELATION = { ...SCALAR, kind: 'relation', onDelete: 'restrict' } as const;

function refusal(text: string): HutError {
  try {
    parseField(text, AROUND);
  } catch (error) {
    if (error instanceof HutError) return error;
    throw error;
  }
  throw new Error(`nothing refused in ${text}`);
}

const ACCEPTED: readonly (readonly [text: string, field: object])[] = [
  ['title', { ...SCALAR, type: { name: 'string', length: 255 } }],
  ['title:string', { ...SCALAR, type: { name: 'string', length: 255 } }],
  ['title:str:120', { ...SCALAR, type: { name: 'string', length: 120 } }],
  ['title:optional', { ...SCALAR, type: { name: 'string', length: 255 }, optional: true }],
  ['body:text', { ...SCALAR, type: { name: 'text' } }],
  ['mail:email:unique', { ...SCALAR, type: { name: 'email' }, unique: true }],
  ['site:url', { ...SCALAR, type: { name: 'url' } }],
  ['handle:slug:index', { ...SCALAR, type: { name: 'slug' }, index: true }],
  ['stock:int:min=0:max=99', { ...SCALAR, type: { name: 'int' }, min: '0', max: '99' }],
  [
    'views:bigint:default=0',
    { ...SCALAR, type: { name: 'bigint' }, default: { kind: 'value', text: '0' } },
  ],
  [
    'score:float:default=-1.5e3',
    { ...SCALAR, type: { name: 'float' }, default: { kind: 'value', text: '-1.5e3' } },
  ],
  ['price:decimal', { ...SCALAR, type: { name: 'decimal', precision: 10, scale: 2 } }],
  [
    'price:decimal:12,4:min=0.0001',
    { ...SCALAR, type: { name: 'decimal', precision: 12, scale: 4 }, min: '0.0001' },
  ],
  [
    'shown:bool:default=true',
    { ...SCALAR, type: { name: 'bool' }, default: { kind: 'value', text: 'true' } },
  ],
  ['day:date:default=now', { ...SCALAR, type: { name: 'date' }, default: { kind: 'now' } }],
  [
    'day:date:default=2024-02-29',
    { ...SCALAR, type: { name: 'date' }, default: { kind: 'value', text: '2024-02-29' } },
  ],
  [
    'seen_at:datetime:default=now',
    { ...SCALAR, type: { name: 'datetime' }, default: { kind: 'now' } },
  ],
  ['opens:time', { ...SCALAR, type: { name: 'time' } }],
  ['token:uuid:default=uuid', { ...SCALAR, type: { name: 'uuid' }, default: { kind: 'uuid' } }],
  ['extra:json', { ...SCALAR, type: { name: 'json' } }],
  ['extra:dict:optional', { ...SCALAR, type: { name: 'json' }, optional: true }],
  ['raw:bytes', { ...SCALAR, type: { name: 'bytes' } }],
  [
    'status:enum:draft,in-review:default=draft',
    {
      ...SCALAR,
      type: { name: 'enum', values: ['draft', 'in-review'] },
      default: { kind: 'value', text: 'draft' },
    },
  ],
  [
    'secret:private:max=20',
    { ...SCALAR, type: { name: 'string', length: 255 }, private: true, max: '20' },
  ],
  ['headline:string:was=title', { ...SCALAR, type: { name: 'string', length: 255 }, was: 'title' }],
  [
    'note:string:default=now',
    { ...SCALAR, type: { name: 'string', length: 255 }, default: { kind: 'value', text: 'now' } },
  ],
  [
    'note:default=a=b,c',
    { ...SCALAR, type: { name: 'string', length: 255 }, default: { kind: 'value', text: 'a=b,c' } },
  ],
  ['author:User', { ...RELATION, target: 'User', cardinality: 'many-to-one' }],
  ['user:User', { ...RELATION, target: 'User', cardinality: 'many-to-one' }],
  [
    'author:User:optional',
    { ...RELATION, target: 'User', cardinality: 'many-to-one', optional: true, onDelete: 'null' },
  ],
  [
    'author:User:cascade:as=articles',
    {
      ...RELATION,
      target: 'User',
      cardinality: 'many-to-one',
      onDelete: 'cascade',
      otherSide: 'articles',
    },
  ],
  [
    'author:User:restrict:optional',
    { ...RELATION, target: 'User', cardinality: 'many-to-one', optional: true },
  ],
  ['profile:User:one', { ...RELATION, target: 'User', cardinality: 'one-to-one', unique: true }],
  [
    'tags:Tag:many:readonly',
    {
      ...RELATION,
      target: 'Tag',
      cardinality: 'many-to-many',
      optional: true,
      readonly: true,
      onDelete: 'cascade',
    },
  ],
];

describe('parseField', () => {
  it.each(ACCEPTED)('reads %s', (text, field) => {
    expect(parseField(text, AROUND)).toEqual({ name: text.split(':')[0], ...field });
  });

  it('takes modifiers in any order', () => {
    const fields = ['a:int:min=1:optional:index', 'a:int:index:optional:min=1'].map((text) =>
      parseField(text),
    );
    expect(fields[0]).toEqual(fields[1]);
  });

  it('names the field and its entity in a refusal', () => {
    const { message, hint, exitCode } = refusal('price:money');
    expect(message).toBe('Article.price: unknown type "money"');
    expect(hint).toContain('Did you mean decimal:10,2? Types: string, text,');
    expect(exitCode).toBe(3);
  });
});

const REFUSED: readonly (readonly [text: string, message: string, hint: string])[] = [
  ['a:integer', 'unknown type "integer"', 'Did you mean int?'],
  ['a:boolean', 'unknown type "boolean"', 'Did you mean bool?'],
  ['a:strng', 'unknown type "strng"', 'Did you mean string?'],
  ['a:user', 'unknown type "user"', 'Did you mean User?'],
  ['a:constructor', 'unknown type "constructor"', 'Types:'],
  ['a:__proto__', 'unknown type "__proto__"', 'Types:'],
  ['a:string:optionl', 'unknown modifier "optionl"', 'Did you mean optional?'],
  ['a:string:required', 'unknown modifier "required"', 'leave it out'],
  ['a:string:nullable', 'unknown modifier "nullable"', 'Did you mean optional?'],
  ['a:string:optional:optional', 'optional stands there twice', 'Keep one'],
  ['a:int:min=1:min=2', 'min stands there twice', 'Keep one'],
  ['a:int:min', 'min has no value', 'min=...'],
  ['a:int::index', 'nothing stands between two colons', 'Remove one'],
  ['a:', 'nothing stands between two colons', 'Remove one'],
  ['a:int:10', 'the number 10 has no meaning', 'string:120'],
  ['a:time:default=12:30', 'the number 30 has no meaning', 'default: "12:30"'],
  ['a:string:0', '0 is no length', 'string:N'],
  ['a:string:99999', '99999 is no length', 'text'],
  ['a:enum:x,y:unique', 'no more rows than it has values', 'Remove it'],
  ['a:json:default=1', '"1" is no json', 'an object or a list'],
  ['a:string:769:unique', 'too long for an index', 'Remove it'],
  ['a:float:default=1e400', '1e400 does not fit into float', 'Write another default'],
  ['a:decimal:2,10', '2,10 are no digits', 'decimal:10,2'],
  ['a:decimal:10', '10 are no digits', 'decimal:10,2'],
  ['a:enum', 'an enum has no values', 'enum:draft,published'],
  ['a:enum:optional', 'an enum has no values', 'enum:draft,published'],
  ['a:enum:a,,b', '"" is no value of an enum', 'letters'],
  ['a:enum:a,A', 'the value A', 'differ in more than case'],
  ['a:string:default="x"', 'holds a character', 'description'],
  ['a:string: 120', 'holds a character', 'no blanks'],
  ['a:text:unique', 'unique: text is too long for an index', 'Remove it'],
  ['a:json:index', 'index: json cannot be compared', 'Remove it'],
  ['a:bool:unique', 'unique: bool has two values', 'Remove it'],
  ['a:bool:min=1', 'min= and max= have no meaning for bool', 'length of texts'],
  ['a:int:min=1.5', '"1.5" is no whole number', 'values of the type'],
  ['a:int:min=9:max=1', 'min=9 is more than max=1', 'Exchange'],
  ['a:string:20:max=30', '30 is more than the length', 'string:30'],
  ['a:string:min=-1', '"-1" is no length', 'characters'],
  ['a:int:default=x', 'the default "x" is no whole number', ''],
  ['a:int:default=2147483648', 'does not fit into int', ''],
  ['a:bigint:default=9223372036854775808', 'does not fit into bigint', ''],
  ['a:decimal:4,2:default=100', '100 does not fit into decimal:4,2', ''],
  ['a:decimal:4,2:default=1.005', '1.005 does not fit into decimal:4,2', ''],
  ['a:int:min=5:default=4', 'the default 4 is less than 5', ''],
  ['a:string:3:default=long', 'has 4 characters, which is more than 3', ''],
  ['a:bool:default=yes', 'the default "yes" is no bool', 'true or false'],
  ['a:date:default=2023-02-29', 'is no date', 'now'],
  ['a:email:default=x', 'is no email', 'ada@example.org'],
  ['a:uuid:default=now', 'is no uuid', 'uuid'],
  ['a:bytes:default=x', 'of bytes cannot be written', 'Leave it out'],
  ['a:enum:b,c:default=d', '"d" is none of its values', 'Values: b, c.'],
  ['a:int:cascade', 'cascade is for relations', 'Remove it'],
  ['a:int:null', 'null is for relations', 'Did you mean optional?'],
  ['a:int:as=b', 'as= is for relations', 'Remove it'],
  ['a:User:default=1', 'default has no meaning for a relation', 'optional'],
  ['a:User:unique', 'unique is no modifier of a relation', 'User:one'],
  ['a:User:null', 'null needs a relation that may be empty', 'optional'],
  ['a:User:cascade:restrict', 'cascade and restrict exclude each other', 'Keep one'],
  ['a:Tag:many:cascade', 'cascade has no meaning for a list', 'either side'],
  ['a:User:as=metadata', 'as=metadata: metadata would hide', 'user_metadata'],
  ['firstName', '"firstName" is no name', 'Did you mean first_name?'],
  ['first-name', '"first-name" is no name', 'Did you mean first_name?'],
  ['_x', '"_x" is no name', 'Did you mean x?'],
  ['2nd', '"2nd" is no name', 'example'],
  ['größe:int', '"größe" is no name', ''],
  ['', '"" is no name', ''],
  ['id', 'id is a field that every entity has', 'article_id'],
  ['created_at:datetime', 'every entity has', 'article_created_at'],
  ['class', 'class is a reserved word of Python', 'Try article_class.'],
  ['order:int', 'order is a reserved word of SQL', 'Try article_order.'],
  ['rank:int', 'rank is a reserved word of MySQL', 'article_rank'],
  ['metadata:json', 'metadata would hide', 'article_metadata'],
  ['registry', 'registry would hide', ''],
  ['model_config', 'model_config would hide', ''],
  ['str', 'str would hide the type', ''],
  ['sort', 'sort is a parameter', ''],
  ['x'.repeat(51), 'has 51 characters', '50'],
];

describe('a wrong field', () => {
  it.each(REFUSED)('is refused: %s', (text, message, hint) => {
    const error = refusal(text);
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
    expect(error.hint).not.toBe('');
  });
});

describe('readField', () => {
  it('takes any text as default and description in the long form', () => {
    const odd = 'none: "yet" <% \'\\ {{ 😀\n';
    const field = readField('summary', { type: 'string:200', default: odd, description: odd });
    expect(field).toMatchObject({ default: { kind: 'value', text: odd }, description: odd });
  });

  it('takes numbers and yes or no as defaults as they are', () => {
    const read = (type: string, value: unknown) =>
      readField('a', { type, default: value }) as Field & { default: object };
    expect(read('int', 3).default).toEqual({ kind: 'value', text: '3' });
    expect(read('bool', false).default).toEqual({ kind: 'value', text: 'false' });
    expect(read('datetime', '2026-01-31T12:30:00+02:00').default).toEqual({
      kind: 'value',
      text: '2026-01-31T12:30:00+02:00',
    });
    expect(read('json', '{"a": [1]}').default).toEqual({ kind: 'value', text: '{"a": [1]}' });
  });

  it('takes nothing as a string', () => {
    expect(readField('a', null)).toEqual(parseField('a'));
  });

  it('refuses what is no field', () => {
    expect(() => readField('a', 3)).toThrow('3 is no field');
    expect(() => readField('a', ['string'])).toThrow('a list is no field');
    expect(() => readField('a', { type: 'string', optional: true })).toThrow(
      'unknown key "optional"',
    );
    expect(() => readField('a', { string: 120 })).toThrow('unknown key "string"');
    expect(() => readField('a', { type: 'int:default=1', default: 2 })).toThrow('two defaults');
    expect(() => readField('a', { type: 'string', default: [] })).toThrow(
      'default: a list is no value',
    );
    expect(() => readField('a', { type: 'string', description: 3 })).toThrow(
      'description: 3 is no text',
    );
    expect(() => readField('a', { type: 'datetime', default: '2026-01-31T12:30:00' })).toThrow(
      'is no datetime',
    );
  });
});
