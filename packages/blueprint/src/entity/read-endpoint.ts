import { didYouMean } from '@hut/errors';
import type { Access, EndpointOptions } from './entity.ts';
import { ENDPOINT_KEYS } from '../key-order.ts';
import type { Path, Refuse } from '../mistake.ts';
import { readMap } from '../read-map.ts';
import { readOption, show } from '../read-option.ts';
import type { OptionRule } from '../rule.ts';

/** What each key of `endpoint` accepts, but `access`, which is a word or a list. */
export const ENDPOINT_RULES = {
  paginate: {
    type: 'choice',
    choices: ['offset'],
    default: 'offset',
    doc: 'How lists are cut into pages',
  },
  embed: { type: 'list', default: [], doc: 'Relations that answers nest' },
  owner: { type: 'text', doc: 'The relation that is set from the session' },
} as const satisfies Readonly<Record<string, OptionRule>>;

/** Everyone, or everyone who is logged in. */
export const ACCESS_WORDS = ['public', 'login'] as const;

/** How roles are written. */
export const ROLES: OptionRule = {
  type: 'list',
  default: [],
  pattern: '[A-Za-z][A-Za-z0-9_.-]{0,49}',
  expects: 'a role like admin: letters, digits, _ . and -',
};

/** The value of `endpoint` in, its options out; names of fields are checked when all entities are read. */
export function readEndpoint(value: unknown, path: Path, refuse: Refuse): EndpointOptions {
  const values = new Map(readMap(value, path, 'endpoint: { access: login }', refuse));
  for (const key of values.keys()) {
    if (ENDPOINT_KEYS.includes(key)) continue;
    const hint = `${didYouMean(key, ENDPOINT_KEYS)}Keys: ${ENDPOINT_KEYS.join(', ')}.`;
    refuse([...path, key], 'unknown key', hint, 'key');
  }
  const read = (key: keyof typeof ENDPOINT_RULES) => {
    const given = values.get(key) ?? undefined;
    return given === undefined
      ? undefined
      : readOption(given, ENDPOINT_RULES[key], [...path, key], refuse);
  };
  read('paginate');
  const embed = read('embed');
  const owner = read('owner');
  const access = readAccess(values.get('access') ?? undefined, [...path, 'access'], refuse);
  return {
    paginate: 'offset',
    embed: Array.isArray(embed) ? embed.map(String) : [],
    ...(access === undefined ? {} : { access }),
    ...(typeof owner === 'string' ? { owner } : {}),
  };
}

function readAccess(value: unknown, path: Path, refuse: Refuse): Access | undefined {
  if (value === undefined || value === 'public' || value === 'login') return value;
  if (Array.isArray(value) && value.length > 0) {
    const roles = readOption(value, ROLES, path, refuse);
    return Array.isArray(roles) ? roles : undefined;
  }
  const meant = typeof value === 'string' ? didYouMean(value, ACCESS_WORDS) : '';
  const roles = typeof value === 'string' ? ` A role stands in a list: [${value}].` : '';
  return refuse(
    path,
    `${show(value)} is no access`,
    `${meant}Write public, login or a list of roles.${roles}`,
  );
}
