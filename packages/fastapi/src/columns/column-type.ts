import { TEXT_LENGTHS, type Scalar } from '@hut/blueprint';

export { enumLength } from '@hut/blueprint';

/** What a column stores: the types of fields without those that are texts of a certain form. */
export type ColumnType =
  | { readonly name: 'string'; readonly length: number }
  | { readonly name: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly name: 'enum'; readonly values: readonly string[] }
  | {
      readonly name:
        | 'text'
        | 'int'
        | 'bigint'
        | 'float'
        | 'bool'
        | 'date'
        | 'datetime'
        | 'time'
        | 'uuid'
        | 'json'
        | 'bytes';
    };

/** MySQL takes 3072 bytes in a key, four a character; in a set there must be room for the others. */
const URL_LENGTH = { plain: 2048, key: 768, set: TEXT_LENGTHS.url } as const;

type Keyed = Pick<Scalar, 'name' | 'type' | 'unique' | 'index'>;

/** A field in, what its column stores out. `sets` are the sets of fields that its entity keeps unique or indexed. */
export function toColumnType(field: Keyed, sets: readonly (readonly string[])[] = []): ColumnType {
  const { type } = field;
  if (type.name === 'email') return { name: 'string', length: TEXT_LENGTHS.email };
  if (type.name === 'slug') return { name: 'string', length: TEXT_LENGTHS.slug };
  if (type.name === 'url') return { name: 'string', length: urlLength(field, sets) };
  return type as ColumnType;
}

function urlLength({ name, unique, index }: Keyed, sets: readonly (readonly string[])[]): number {
  if (sets.some((set) => set.includes(name))) return URL_LENGTH.set;
  return unique || index ? URL_LENGTH.key : URL_LENGTH.plain;
}
