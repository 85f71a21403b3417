import { defineKind, type Contribution } from '../kind.ts';
import { symbolForm, type CodeSymbol } from '../symbol.ts';

/** A setting of the project, read from the environment. */
export interface Setting {
  readonly name: string;
  /** Type in the target's language: `str | None`. */
  readonly type: string;
  /** Names that the type needs imported. */
  readonly uses: readonly CodeSymbol[];
  /** Default as source text of the target (`None`, `"INFO"`), or null when the project must be given a value. */
  readonly default: string | null;
  /** Value in `.env.example`, as a line of `.env` says it. */
  readonly example: string;
  /** Value in the local `.env`, or null where the default will do. */
  readonly local: string | null;
  readonly doc: string;
}

/** A value that nobody may know: drawn at random into the local `.env`, never rendered. */
export interface Secret {
  readonly name: string;
  readonly doc: string;
  /** Random bytes to draw. */
  readonly bytes: number;
  /** Whether the application reads it; else what runs beside it does. */
  readonly isSetting: boolean;
}

/** Key: name; equal or clash. Order: name. */
export const settingKind = defineKind<Setting>({
  id: 'setting',
  key: ({ name }) => name,
  meet: 'equal',
  form: {
    name: 'text',
    type: 'text',
    uses: { listOf: symbolForm },
    default: { orNull: 'text' },
    example: 'text',
    local: { orNull: 'text' },
    doc: 'text',
  },
});

/** Key: name; equal or clash. Order: name. */
export const secretKind = defineKind<Secret>({
  id: 'secret',
  key: ({ name }) => name,
  meet: 'equal',
  form: { name: 'text', doc: 'text', bytes: 'number', isSetting: 'flag' },
});

/** Adds a setting; without `default` the application does not start until it is given. */
export function setting(
  name: string,
  type: string,
  about: Pick<Setting, 'doc' | 'example'> & Partial<Setting>,
): Contribution<Setting> {
  return {
    kind: settingKind,
    item: { name, type, uses: [], default: null, local: null, ...about },
  };
}

/** Adds a secret of `bytes` random bytes (32 unless told: 256 bits, as OWASP ASVS 5 asks of keys). */
export function secret(
  name: string,
  { doc, bytes = 32, isSetting = true }: Pick<Secret, 'doc'> & Partial<Secret>,
): Contribution<Secret> {
  return { kind: secretKind, item: { name, doc, bytes, isSetting } };
}
