import { byText } from './plain/by-text.ts';
import type { Entity } from './entity/entity.ts';
import type { Refuse } from './mistake.ts';
import { readMap } from './read-map.ts';
import { readOption } from './read-option.ts';
import type { OptionRule } from './rule.ts';
import { VERSION } from './top-keys.ts';

/** How services of no entity are named. */
export const SERVICES: OptionRule = {
  type: 'list',
  default: [],
  pattern: '[A-Z][A-Za-z0-9]{0,49}',
  expects: 'a name like Payment: letters and digits, a capital first',
};

/** Paths of the project that are the user's: relative, with slashes, inside the project. */
export const OWN: OptionRule = {
  type: 'list',
  default: [],
  pattern:
    '(?!\\.hut(?:/|$)|hut\\.yaml$)(?!(?:.*/)?\\.\\.?(?:/|$))[^/\\\\\\0*?[\\]][^\\\\\\0*?[\\]]*(?<!/)',
  expects:
    'a path inside the project like app/core/odd.py: one file, no pattern, and no file of hut itself',
};

const PLUGIN = /^(?:@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9-][a-z0-9._-]*$/u;

/** The value of `services` in, names out, sorted. */
export function readServices(
  value: unknown,
  entities: readonly Entity[],
  refuse: Refuse,
): readonly string[] {
  const services = readSorted(value, 'services', SERVICES, refuse);
  const taken = services.filter((service) => entities.some(({ name }) => name === service));
  for (const name of taken) {
    const hint = `Remove it here and write under ${name}: layers: service.`;
    refuse(['services'], `${name} is an entity, which has its own service`, hint);
  }
  return services;
}

/** The value of `own` in, paths out, sorted. */
export function readOwn(value: unknown, refuse: Refuse): readonly string[] {
  return readSorted(value, 'own', OWN, refuse);
}

/** The value of `plugins` in, versions by package out, sorted. */
export function readPlugins(value: unknown, refuse: Refuse): Readonly<Record<string, string>> {
  const entries = readMap(value, ['plugins'], 'plugins: { hut-stripe: 1.2.0 }', refuse);
  const read = entries.flatMap(([name, version]) => {
    const path = ['plugins', name];
    if (!PLUGIN.test(name)) {
      refuse(path, 'no name of a package', 'Write the name as npm knows it: hut-stripe.', 'key');
    }
    const rule: OptionRule = { type: 'text', pattern: VERSION, expects: 'an exact version: 1.2.0' };
    const exact = readOption(version, rule, path, refuse);
    return typeof exact === 'string' ? [[name, exact] as const] : [];
  });
  return Object.fromEntries(read.sort(([left], [right]) => byText(left, right)));
}

function readSorted(value: unknown, key: string, rule: OptionRule, refuse: Refuse): string[] {
  if (value === undefined || value === null) return [];
  const items = readOption(value, rule, [key], refuse);
  return Array.isArray(items) ? [...items].map(String).sort(byText) : [];
}
