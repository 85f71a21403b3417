import type { ScalarType } from './field.ts';

/** What an index of MySQL and MariaDB takes (InnoDB, DYNAMIC rows): the smallest of the databases. */
export const MOST_KEY_BYTES = 3072;

/** Characters of the texts whose length nobody chooses; those of a url are what is left beside others in a set. */
const CHARACTERS: Readonly<Partial<Record<ScalarType['name'], number>>> = {
  email: 254,
  slug: 255,
  url: 512,
  uuid: 32,
};

/** Bytes that a value fills in an index at most, where a character may take four. */
export function keyBytesOf(type: ScalarType): number {
  if (type.name === 'string') return type.length * 4;
  if (type.name === 'enum') return Math.max(32, ...type.values.map(({ length }) => length)) * 4;
  return (CHARACTERS[type.name] ?? 4) * 4;
}
