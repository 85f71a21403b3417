import { PYTHON_VERSIONS } from './python-versions.ts';
import type { OptionRule } from './rule.ts';

/** The format that this version reads and writes. */
export const FORMAT = 1;

/** Exact versions, as in 0.3.1 and 1.0.0-rc.1. */
export const VERSION = '\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?';

const NOT_YET = 'mongodb is planned and not there yet';

/** The keys of hut.yaml that hold one value, in the order of the file. */
export const SCALAR_KEYS = {
  generator: {
    type: 'text',
    pattern: VERSION,
    expects: 'an exact version like 0.1.0',
    doc: 'The version of the generators that renders this project',
  },
  name: { type: 'text', doc: 'Name of the project and of its folder' },
  description: { type: 'text', default: '', doc: 'One sentence about the project' },
  python: {
    type: 'choice',
    choices: PYTHON_VERSIONS,
    default: '3.11',
    doc: 'The lowest version supported',
  },
  target: { type: 'choice', choices: ['fastapi'], default: 'fastapi', doc: 'What is rendered' },
  architecture: {
    type: 'choice',
    choices: ['layered'],
    default: 'layered',
    doc: 'How the layers are arranged',
  },
  database: {
    type: 'choice',
    choices: ['sqlite', 'postgresql', 'mysql'],
    default: 'sqlite',
    refused: { mongodb: NOT_YET, mongo: NOT_YET, mariadb: 'MariaDB is reached as MySQL is: mysql' },
    doc: 'Where the entities are stored',
  },
  ids: {
    type: 'choice',
    choices: ['uuid', 'int'],
    default: 'uuid',
    doc: 'What identifies an entity',
  },
} as const satisfies Readonly<Record<string, OptionRule>>;

/** The keys that hold one value. */
export type ScalarKey = keyof typeof SCALAR_KEYS;

/** The keys that hold a map or a list, with what they hold when empty. */
export const COLLECTION_KEYS = {
  features: {},
  entities: {},
  services: [],
  own: [],
  plugins: {},
} as const;

/** All keys of hut.yaml in the order of the file. */
export const TOP_KEYS: readonly string[] = [
  'hut',
  ...Object.keys(SCALAR_KEYS),
  ...Object.keys(COLLECTION_KEYS),
];
