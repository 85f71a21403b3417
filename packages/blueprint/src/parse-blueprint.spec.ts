import { HutError } from '@hut/errors';
import { parseBlueprint, type ParseContext } from './parse-blueprint.ts';
import type { FeatureSchema } from './rule.ts';

const FEATURES: readonly FeatureSchema[] = [
  {
    id: 'auth',
    options: {
      providers: { type: 'list', choices: ['github', 'google'], default: [] },
      session: { type: 'choice', choices: ['bearer', 'cookie'], default: 'bearer' },
      minutes: { type: 'number', min: 1, max: 60, default: 15 },
      verified: { type: 'flag', default: true },
    },
  },
  { id: 'docker', options: {} },
];
const CONTEXT: ParseContext = { file: 'hut.yaml', features: FEATURES, runningVersion: '0.3.1' };
const FROM: ParseContext = { ...CONTEXT, complete: 'from', name: 'shop' };
const WHOLE = `hut: 1
generator: 0.1.0
name: shop
python: "3.11"
target: fastapi
architecture: layered
database: sqlite
ids: uuid
`;

function refusal(text: string, context: ParseContext = FROM): HutError {
  try {
    parseBlueprint(text, context);
  } catch (error) {
    if (error instanceof HutError) return error;
    throw error;
  }
  throw new Error(`nothing refused in:\n${text}`);
}

describe('parseBlueprint', () => {
  it('needs nothing but hut in a file to build from', () => {
    expect(parseBlueprint('hut: 1\n', FROM)).toEqual({
      hut: 1,
      generator: '0.3.1',
      name: 'shop',
      description: '',
      python: '3.11',
      target: 'fastapi',
      architecture: 'layered',
      database: 'sqlite',
      ids: 'uuid',
      features: {},
      entities: [],
      services: [],
      own: [],
      plugins: {},
    });
  });

  it('needs every key that decides something in the file of a project', () => {
    expect(parseBlueprint(WHOLE, CONTEXT).generator).toBe('0.1.0');
    const { message, hint } = refusal(WHOLE.replace('database: sqlite\n', ''), CONTEXT);
    expect(message).toBe('hut.yaml:1:1: the key database is missing');
    expect(hint).toBe('Add the line: database: sqlite');
  });

  it('leaves it to the caller whether the version is the running one', () => {
    expect(parseBlueprint('hut: 1\ngenerator: 9.0.0-rc.1\n', FROM).generator).toBe('9.0.0-rc.1');
  });

  it('sorts what has no meaning in its order, and fills options in', () => {
    const text =
      'hut: 1\nfeatures:\n  docker:\n  auth: { providers: [google, github] }\nown: [b, a]\n';
    const { features, own } = parseBlueprint(text, FROM);
    expect(Object.keys(features)).toEqual(['auth', 'docker']);
    expect(features['auth']).toEqual({
      providers: ['google', 'github'],
      session: 'bearer',
      minutes: 15,
      verified: true,
    });
    expect(own).toEqual(['a', 'b']);
  });

  it('reads a bare 3.11 as it is meant', () => {
    expect(parseBlueprint('hut: 1\npython: 3.12\n', FROM).python).toBe('3.12');
  });

  it('reads free text as it stands there', () => {
    const description = `quotes ' " \\ braces {} \${x} <%= y %> {{ z }} 😀 ${'long '.repeat(1000)}`;
    const text = `hut: 1\ndescription: ${JSON.stringify(description)}\n`;
    expect(parseBlueprint(text, FROM).description).toBe(description);
  });

  it('reads the same with a byte order mark and with other line ends', () => {
    const text = '\uFEFFhut: 1\r\nname: shop\r\nfeatures:\r\n  docker: {}\r\n';
    expect(parseBlueprint(text, FROM)).toEqual(
      parseBlueprint('hut: 1\nname: shop\nfeatures:\n  docker: {}\n', FROM),
    );
  });

  it('names every mistake in the order of the file, each with what to do', () => {
    const { message, hint, id, exitCode } = refusal('hut: 1\nnaem: x\ndatabase: mysq\nids: 3\n');
    expect(message.split('\n')).toEqual([
      'hut.yaml:2:1: naem: unknown key',
      expect.stringContaining('Did you mean name?'),
      'hut.yaml:3:11: database: unknown value "mysq"',
      expect.stringContaining('Did you mean mysql?'),
      'hut.yaml:4:6: ids: 3 is no choice',
      expect.stringContaining('uuid, int'),
    ]);
    expect([hint, id, exitCode]).toEqual(['Mend these places in hut.yaml.', 'blueprint', 3]);
  });
});

type Row = readonly [what: string, text: string, message: string, hint: string];

const BROKEN: readonly Row[] = [
  ['no YAML', 'hut: 1\nname: [shop\n', 'hut.yaml:3:1: not valid YAML: Flow sequence', 'quotes'],
  ['a tab', 'hut: 1\nfeatures:\n\tauth: {}\n', 'hut.yaml:3:1: a tab', 'blanks'],
  ['a key twice', 'hut: 1\nname: a\nname: b\n', 'hut.yaml:3:1: this key', 'Keep one'],
  ['a list at the top', '- hut: 1\n', 'hut.yaml:1:1: a list stands at the top', 'hut: 1'],
  ['a text at the top', 'hut\n', 'hut.yaml:1:1: a single value', 'hut: 1'],
  ['an empty file', '', 'hut.yaml: the file is empty', 'hut: 1'],
  ['blank lines', ' \n\n', 'hut.yaml: the file is empty', 'hut: 1'],
  ['comments alone', '# hut: 1\n', 'hut.yaml: the file holds no keys', 'hut: 1'],
  ['two documents', 'hut: 1\n---\nhut: 1\n', 'hut.yaml:2:1: a second document', 'dashes'],
  ['an anchor', 'hut: &one 1\n', 'hut.yaml:1:11: an anchor', 'Remove it'],
  ['an alias', 'hut: 1\nname: *x\n', 'hut.yaml:2:7: ', ''],
  ['a merge key', 'hut: 1\n<<: {}\n', 'hut.yaml:2:1: a merge key', 'Write the keys out'],
  ['a tag', 'hut: !!int 1\n', 'hut.yaml:1:12: a tag', 'Remove it'],
  ['a key that is a number', 'hut: 1\n3: x\n', 'hut.yaml:2:1: the key 3 is no text', 'quotes'],
  ['no format', 'name: shop\n', 'hut.yaml:1:1: the key hut is missing', 'hut: 1'],
  [
    'a later format',
    'hut: 2\ngenerator: 4.0.0\n',
    'format 2 is of a newer hut: hut 0.3.1 reads format 1',
    '4.0.0',
  ],
  [
    'an earlier format',
    'hut: 0\ngenerator: 0.3.1\n',
    'format 0 is an earlier one: hut 0.3.1 reads format 1',
    'hut upgrade',
  ],
  ['a format in quotes', 'hut: "1"\n', 'hut.yaml:1:6: hut: "1" is no format', 'hut: 1'],
  [
    'an unknown key',
    'hut: 1\nfeature: {}\n',
    'hut.yaml:2:1: feature: unknown key',
    'Did you mean features?',
  ],
  [
    'a version that is none',
    'hut: 1\ngenerator: latest\n',
    'hut.yaml:2:12: generator: "latest"',
    '0.1.0',
  ],
  ['a version as a number', 'hut: 1\ngenerator: 0.1\n', 'generator: 0.1 is no text', 'quotes'],
  [
    'an unknown feature',
    'hut: 1\nfeatures: { atuh: {} }\n',
    'hut.yaml:2:13: features.atuh: unknown',
    'Did you mean auth?',
  ],
  [
    'features as a list',
    'hut: 1\nfeatures: [auth]\n',
    'hut.yaml:2:11: features: a list is no map',
    'features: {}',
  ],
  [
    'an unknown option',
    'hut: 1\nfeatures: { auth: { provider: [] } }\n',
    'features.auth.provider: unknown option',
    'Did you mean providers?',
  ],
  [
    'an option without one',
    'hut: 1\nfeatures: { docker: { x: 1 } }\n',
    'features.docker.x: unknown option',
    'It has no options.',
  ],
  [
    'an unknown value',
    'hut: 1\nfeatures:\n  auth:\n    session: cookies\n',
    'hut.yaml:4:14: features.auth.session: unknown value "cookies"',
    'Did you mean cookie?',
  ],
  [
    'an unknown item',
    'hut: 1\nfeatures: { auth: { providers: [gogle] } }\n',
    'hut.yaml:2:33: features.auth.providers.0: unknown',
    'google',
  ],
  [
    'an item twice',
    'hut: 1\nfeatures: { auth: { providers: [google, google] } }\n',
    'a second time',
    'Keep one',
  ],
  [
    'a text for a list',
    'hut: 1\nfeatures: { auth: { providers: google } }\n',
    '"google" is no list',
    'providers: [google]',
  ],
  [
    'a text for a flag',
    'hut: 1\nfeatures: { auth: { verified: yes } }\n',
    '"yes" is no yes or no',
    'true or false',
  ],
  [
    'a number out of bounds',
    'hut: 1\nfeatures: { auth: { minutes: 90 } }\n',
    '90 is out of bounds',
    'between 1 and 60',
  ],
  [
    'mongodb',
    'hut: 1\ndatabase: mongodb\n',
    'hut.yaml:2:11: database: mongodb is planned',
    'sqlite, postgresql, mysql',
  ],
  ['3.10 without quotes', 'hut: 1\npython: 3.10\n', 'python: 3.1 is no version', 'quotes'],
  ['an old version', 'hut: 1\npython: "3.9"\n', 'python: unknown value "3.9"', '3.11'],
  [
    'a name with blanks',
    'hut: 1\nname: My Shop\n',
    'name: "My Shop" is no name',
    'Did you mean my-shop?',
  ],
  ['a name with accents', 'hut: 1\nname: "-Café 24-"\n', 'is no name', 'Did you mean cafe-24?'],
  [
    'a name that leaves nothing',
    'hut: 1\nname: 商店\n',
    'is no name',
    'A project name has letters',
  ],
  ['a name that is a number', 'hut: 1\nname: 12\n', 'name: 12 is no name', 'A project name'],
  ['a path out of the project', 'hut: 1\nown: [../x]\n', 'own.0: "../x"', 'inside the project'],
  [
    'an absolute path',
    'hut: 1\nown: [/etc/passwd]\n',
    'own.0: "/etc/passwd"',
    'inside the project',
  ],
  ['a path of hut itself', 'hut: 1\nown: [.hut/made/odd.py.made]\n', 'own.0', 'no file of hut'],
  [
    'a service in small letters',
    'hut: 1\nservices: [payment]\n',
    'services.0: "payment"',
    'Payment',
  ],
  [
    'a plugin without a version',
    'hut: 1\nplugins: { hut-x: ^1.0.0 }\n',
    'plugins.hut-x',
    'exact version',
  ],
  [
    'a plugin that is no package',
    'hut: 1\nplugins: { "../x": 1.0.0 }\n',
    'no name of a package',
    'npm',
  ],
];

describe('a broken hut.yaml', () => {
  it.each(BROKEN)('is refused: %s', (_, text, message, hint) => {
    const error = refusal(text);
    expect(error.message).toContain(message);
    expect(`${error.message}\n${error.hint}`).toContain(hint);
    expect(error.exitCode).toBe(3);
  });

  it('is refused when the project would depend on itself', () => {
    const { message } = refusal('hut: 1\nname: Fast_API\n', { ...FROM, takenNames: ['fast-api'] });
    expect(message).toContain('Fast_API is a package that the project needs');
  });
});
