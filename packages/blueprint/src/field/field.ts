/** The type of a field that holds a value. */
export type ScalarType =
  | { readonly name: 'string'; readonly length: number }
  | { readonly name: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly name: 'enum'; readonly values: readonly string[] }
  | {
      readonly name:
        | 'text'
        | 'email'
        | 'url'
        | 'slug'
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

/** What a field holds when nobody says: a value as exact text, or one made at that moment. */
export type FieldDefault =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'now' }
  | { readonly kind: 'uuid' };

interface FieldCommon {
  readonly name: string;
  /** The name before, while a rename is on its way. */
  readonly was?: string;
  readonly description?: string;
  /** Whether it may be left out; always so for a list of entities. */
  readonly optional: boolean;
  readonly unique: boolean;
  readonly index: boolean;
  /** Never in the API. */
  readonly private: boolean;
  /** In answers, never in create and update. */
  readonly readonly: boolean;
  /** The generator that brings it, when hut.yaml does not say it. */
  readonly broughtBy?: string;
}

/** A field that holds a value. */
export interface Scalar extends FieldCommon {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  readonly default?: FieldDefault;
  /** Bounds as exact number text: of the length of texts, of the value of numbers. */
  readonly min?: string;
  readonly max?: string;
}

/** A field that points to other entities. */
export interface Relation extends FieldCommon {
  readonly kind: 'relation';
  readonly target: string;
  readonly cardinality: 'many-to-one' | 'one-to-one' | 'many-to-many';
  /** What happens here when the other one is deleted. */
  readonly onDelete: 'cascade' | 'restrict' | 'null';
  /** The name of the other side; without it the other side does not know. */
  readonly otherSide?: string;
}

/** One field of an entity. */
export type Field = Scalar | Relation;
