/** Every name, type and reference that the domain of a project cannot have: the message, what to write instead, nothing written. */
import { join } from 'node:path';
import { openFolder, type Folder } from '../yeoman/open-folder.ts';
import { hutHere } from './hut-here.ts';

let folder: Folder;
let root: string;
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = openFolder();
  root = join(folder.root, 'shop');
  await hutHere('build shop --yes --no-install --no-git --quiet', folder.root);
  for (const line of [
    'add model User name email:email:unique',
    'add crud Article title:string:120 author:User status:enum:draft,published --index title,status',
    'add model Tag name',
    'add field Article tags:Tag:many',
    'add service Payment',
  ])
    expect(await hutHere(`${line} --quiet`, root)).toMatchObject({ exitCode: 0, stderr: '' });
  before = folder.files();
});
afterAll(() => folder.remove());

async function expectRefused(line: string, ...said: readonly string[]): Promise<void> {
  const { exitCode, stdout, stderr } = await hutHere([...line.split(' '), '--yes'], root);
  for (const text of said) expect(stderr).toContain(text);
  expect(stderr).not.toMatch(/hut\.yaml:\d|\n\s+at /);
  expect({ exitCode, stdout, isSame: isSame() }).toEqual({ exitCode: 3, stdout: '', isSame: true });
}

function isSame(): boolean {
  return JSON.stringify(folder.files()) === JSON.stringify(before);
}

describe('hut add field refuses', () => {
  it.each([
    ['an unknown type', 'price:money', 'unknown type "money"', 'Did you mean decimal:10,2?'],
    ['a misspelled type', 'price:decimla', 'unknown type "decimla"', 'Did you mean decimal?'],
    [
      'a type of another language',
      'price:varchar',
      'unknown type "varchar"',
      'Did you mean string',
    ],
    ['a length that is none', 'code:string:0', '0 is no length', 'string:N'],
    ['a length of a number', 'code:int:5', 'the number 5 has no meaning', 'string:120'],
    ['digits that are none', 'price:decimal:2,9', '2,9 are no digits', 'decimal:10,2'],
    ['an enum without values', 'kind:enum', 'an enum has no values', 'enum:draft,published'],
    ['values that differ in case', 'kind:enum:a,A', 'stands there twice', 'differ'],
    ['an unknown modifier', 'code:string:uniq', 'unknown modifier "uniq"', 'Did you mean unique?'],
    ['a modifier twice', 'code:unique:unique', 'unique stands there twice', 'Keep one'],
    ['a default of another type', 'stock:int:default=many', 'many', 'Article.stock'],
    ['a default out of bounds', 'stock:int:max=5:default=9', '9 is more than 5', 'another default'],
    ['a default that is no value', 'kind:enum:a,b:default=c', '"c" is none of its values', 'a, b'],
    ['bounds upside down', 'stock:int:min=5:max=1', 'min=5 is more than max=1', 'Exchange'],
    ['bounds without meaning', 'shown:bool:min=1', 'no meaning for bool', 'length of texts'],
    ['characters of a shell', 'code:string:default=$HOME', 'no meaning in a field', 'letters'],
    ['a capital', 'firstName', '"firstName" is no name', 'Did you mean first_name?'],
    ['a dash', 'first-name', '"first-name" is no name', 'Did you mean first_name?'],
    ['a digit first', '2nd:int', '"2nd" is no name', 'a field is written like first_name'],
    ['an underscore first', '_code', '"_code" is no name', 'Did you mean code?'],
    ['a name that is too long', `a${'b'.repeat(60)}`, 'has 61 characters', 'at most 50'],
    ['a word of Python', 'class', 'reserved word of Python', 'Try article_class.'],
    ['a type of Python', 'list:int', 'would hide the type', 'Try article_list.'],
    ['a word of SQL', 'order:int', 'reserved word of SQL', 'Try article_order.'],
    ['a word of MySQL', 'rank:int', 'reserved word of MySQL', 'Try article_rank.'],
    ['metadata', 'metadata:json', 'would hide', 'Try article_metadata.'],
    ['registry', 'registry', 'would hide', 'Try article_registry.'],
    ['model_config', 'model_config', 'would hide', 'Try article_model_config.'],
    ['id', 'id:int', 'every entity has already', 'Try article_id.'],
    ['created_at', 'created_at:datetime', 'every entity has already', 'Try article_created_at.'],
    ['a parameter of lists', 'limit:int', 'every list of the API', 'Try article_limit.'],
    [
      'a second one of a name',
      'title:text',
      'the field title already',
      'hut change field Article.title',
    ],
    ['the key of a relation', 'author_id:uuid', 'the relation author is stored as', 'Remove it'],
    ['an entity that is not there', 'editor:Usr', 'there is no entity Usr', 'Did you mean User?'],
    ['an entity in another case', 'editor:user', 'unknown type "user"', 'Did you mean User?'],
    ['unique of a relation', 'editor:User:unique', 'no modifier of a relation', 'User:one'],
    ['null of what is required', 'editor:User:null', 'may be empty', 'Add optional'],
    ['cascade of a list', 'labels:Tag:many:cascade', 'no meaning for a list', 'Remove it'],
    ['a default of a relation', 'editor:User:default=1', 'no meaning for a relation', 'optional'],
    ['another side that is taken', 'editor:User:as=email', 'is a field of User', 'as=editor_email'],
    ['two exits at once', 'editor:User:cascade:restrict', 'exclude each other', 'Keep one'],
  ])('%s', async (_, field, message, hint) => {
    await expectRefused(`add field Article ${field}`, message, hint);
  });
});

describe('hut add model refuses', () => {
  it.each([
    ['article', 'Article exists already', 'hut add field Article subtitle:string'],
    ['Articles body:text title', 'Article exists already', 'hut add field Article body:text'],
    ['payment', 'Payment is an entity, which has its own service', 'Remove it'],
    ['Class', 'reserved word of Python', 'ClassEntry'],
    ['List', 'would hide the type', 'ListEntry'],
    ['Base', 'would hide the class', 'BaseEntry'],
    ['Décor', 'is no name', 'an entity is written like BlogPost'],
    ['9to5', 'is no name', 'an entity is written like BlogPost'],
    ['../etc', 'is no name', 'an entity is written like BlogPost'],
    [`X${'y'.repeat(60)}`, 'characters', 'at most 50'],
    ['Room --plural Rooms', '"Rooms" is no name', 'Did you mean rooms?'],
    ['Room --plural table', 'reserved word of SQL', 'Try all_table.'],
    ['Room --plural users', 'it shares the table users', 'another plural'],
    ['TAg name', 'exists already', 'hut add field Tag'],
    ['Room door --unique door', 'two fields or more', 'modifier unique'],
    ['Room door --index door,dor', 'has no field dor', 'Did you mean door?'],
    ['Room door key:User:many --unique door,key', 'is a list', 'Take it out'],
    ['Room door door:int', 'The field door is there twice', 'Keep one'],
  ])('%s', async (words, message, hint) => {
    await expectRefused(`add model ${words}`, message, hint);
  });
});

describe('what others need is refused to', () => {
  it.each([
    [
      'remove model User',
      'User is needed: Article.author points to it',
      'hut remove field Article.author',
    ],
    [
      'remove model tags',
      'Tag is needed: Article.tags points to it',
      'hut remove field Article.tags',
    ],
    ['remove model Article', 'needed by its endpoint', 'hut remove crud Article'],
    ['remove service Article', 'needed by its endpoint', 'hut remove endpoint Article'],
    ['remove field Article.status', 'needed by index: title, status', '--index title,status'],
    ['remove endpoint User', 'User has no endpoint', 'hut add endpoint User'],
    ['remove service Paymnt', 'There is no service Paymnt', 'Did you mean Payment?'],
    ['remove field Article.titel', 'Article has no field titel', 'Did you mean title?'],
    ['change field Artcle.title text', 'There is no entity Artcle', 'Did you mean Article?'],
    ['rename field Article.title class', 'reserved word of Python', 'Try article_class.'],
    ['rename field Article.title author', 'the field author already', ''],
    ['rename model Article tag', 'Tag exists already', 'Take another name.'],
    ['rename model Article Class', 'reserved word of Python', 'ClassEntry'],
    ['rename model Article Payment', 'has its own service', 'Remove it'],
    ['add endpoint Article --embed title', 'title is no relation', 'Only relations'],
    ['add schema Order', 'There is no entity Order', 'hut add model Order'],
    ['set ids int', 'have their ids already', 'before the first entity'],
  ])('hut %s', async (line, message, hint) => {
    await expectRefused(line, message, hint);
  });
});

describe('hut sync refuses a hut.yaml, and names the line,', () => {
  it.each([
    [
      'with an unknown key of an entity',
      'layers: endpoint',
      'layer: endpoint',
      'Did you mean layers?',
    ],
    ['with an unknown layer', 'layers: endpoint', 'layers: endpiont', 'endpoint'],
    ['with a rename from what is there', 'string:120', 'string:120:was=status', 'is still there'],
    ['with a relation to nothing', 'author: User', 'author: Usr', 'Did you mean User?'],
  ])('%s', async (_, from, to, hint) => {
    folder.edit('shop/hut.yaml', from, to);
    const edited = folder.files();
    const { exitCode, stderr } = await hutHere('sync --yes', root);
    expect(stderr).toMatch(/^hut\.yaml:\d+:\d+: /);
    expect(stderr).toContain(hint);
    expect({ exitCode, files: folder.files() }).toEqual({ exitCode: 3, files: edited });
    folder.edit('shop/hut.yaml', to, from);
  });
});
