import { defineKind, type Contribution } from '../kind.ts';

/** A pattern of files that git does not keep. */
export interface Ignore {
  readonly pattern: string;
}

/** Key: pattern; stands once. Order: pattern. */
export const ignoreKind = defineKind<Ignore>({
  id: 'ignore',
  key: ({ pattern }) => pattern,
  meet: 'once',
  form: { pattern: 'text' },
});

/** Leaves files that match a gitignore pattern out of git. */
export function ignore(pattern: string): Contribution<Ignore> {
  return { kind: ignoreKind, item: { pattern } };
}
