import { defineKind, type Contribution } from '../kind.ts';
import { symbolForm, type CodeSymbol } from '../symbol.ts';

/** What starts first and stops last. */
export const lifespanBands = ['logging', 'connections', 'processes'] as const;

/** Something that lives as long as the application: an async context manager of it. */
export interface Lifespan {
  readonly name: string;
  readonly band: (typeof lifespanBands)[number];
  readonly use: CodeSymbol;
}

/** Key: name; two of one name clash. Order: band, then name. */
export const lifespanKind = defineKind<Lifespan>({
  id: 'lifespan',
  key: ({ name }) => name,
  meet: 'clash',
  bands: lifespanBands,
  bandOf: ({ band }) => band,
  form: { name: 'text', band: { oneOf: lifespanBands }, use: symbolForm },
});

/** Enters `use` when the application starts and leaves it when it stops. */
export function lifespan(
  name: string,
  { band, use }: Omit<Lifespan, 'name'>,
): Contribution<Lifespan> {
  return { kind: lifespanKind, item: { name, band, use } };
}
