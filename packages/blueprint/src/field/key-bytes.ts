import type { ScalarType } from './field.ts';

/** What an index of MySQL and MariaDB takes (InnoDB, DYNAMIC rows): the smallest of the databases. */
export const MOST_KEY_BYTES = 3072;

/** Characters of the texts whose length nobody chooses: the longest address that mail servers take; a url beside others in a set. */
export const TEXT_LENGTHS = { email: 254, slug: 255, url: 512 } as const;

const CHARACTERS: Readonly<Partial<Record<ScalarType['name'], number>>> = {
  ...TEXT_LENGTHS,
  uuid: 32,
};

/** How many characters an enum has: room for the values to come, so that most changes move no row. */
export function enumLength(values: readonly string[]): number {
  return Math.max(32, ...values.map((value) => value.length));
}

/** Bytes that a value fills in an index at most, where a character may take four. */
export function keyBytesOf(type: ScalarType): number {
  if (type.name === 'string') return type.length * 4;
  if (type.name === 'enum') return enumLength(type.values) * 4;
  return (CHARACTERS[type.name] ?? 4) * 4;
}
