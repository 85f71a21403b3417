/** What one option accepts: the one declaration that validation and JSON schema are made from. */
export type OptionRule = OptionShape & {
  /** What the flag of a builder is called that gives it to a feature; `--<feature>-<option>` unless told. */
  readonly buildFlag?: string;
};

type OptionShape =
  | {
      readonly type: 'choice';
      readonly choices: readonly string[];
      readonly default?: string;
      /** Values that are known and refused, with the sentence that says why. */
      readonly refused?: Readonly<Record<string, string>>;
      readonly doc?: string;
    }
  | {
      readonly type: 'text';
      readonly default?: string;
      /** It is the name of an entity that the generator brings, so that renaming the entity changes it. */
      readonly namesEntity?: true;
      /** A regular expression that the whole text must match, and what it asks for in words. */
      readonly pattern?: string;
      readonly expects?: string;
      readonly doc?: string;
    }
  | { readonly type: 'flag'; readonly default: boolean; readonly doc?: string }
  | {
      readonly type: 'list';
      readonly choices?: readonly string[];
      readonly default: readonly string[];
      readonly pattern?: string;
      readonly expects?: string;
      readonly doc?: string;
    }
  | {
      readonly type: 'number';
      readonly default?: number;
      readonly min?: number;
      readonly max?: number;
      readonly doc?: string;
    };

/** What the caller knows about one feature; this package knows none by name. */
export interface FeatureSchema {
  readonly id: string;
  readonly options: Readonly<Record<string, OptionRule>>;
  readonly summary?: string;
}
