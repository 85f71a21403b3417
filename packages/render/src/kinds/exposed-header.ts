import { defineKind, type Contribution } from '../kind.ts';

/** A header of answers that scripts of other origins may read. */
export interface ExposedHeader {
  /** As it is sent: `Retry-After`. */
  readonly name: string;
}

/** Key: name, as HTTP compares it; stands once. Order: key. */
export const exposedHeaderKind = defineKind<ExposedHeader>({
  id: 'exposed-header',
  key: ({ name }) => name.toLowerCase(),
  meet: 'once',
  form: { name: 'text' },
});

/** Lets scripts of the origins that may call read a header; a browser hides all but a few. */
export function exposedHeader(name: string): Contribution<ExposedHeader> {
  return { kind: exposedHeaderKind, item: { name } };
}
