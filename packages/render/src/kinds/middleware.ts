import { defineKind, type Contribution } from '../kind.ts';
import { symbolForm, type CodeSymbol } from '../symbol.ts';

/** Where a middleware stands, from the client inwards. */
export const middlewareBands = [
  'outermost',
  'security',
  'observability',
  'session',
  'innermost',
] as const;

/** Code round every request. */
export interface Middleware {
  readonly use: CodeSymbol;
  readonly band: (typeof middlewareBands)[number];
  /** Arguments as source text of the target, one each: `limit=settings.body_limit`. */
  readonly args: readonly string[];
}

/** Key: symbol; two of one key clash. Order: band, then symbol. */
export const middlewareKind = defineKind<Middleware>({
  id: 'middleware',
  key: ({ use }) => `${use.name} ${use.module}`,
  meet: 'clash',
  bands: middlewareBands,
  bandOf: ({ band }) => band,
  form: { use: symbolForm, band: { oneOf: middlewareBands }, args: { listOf: 'text' } },
});

/** Puts `use` round every request, at a band. */
export function middleware(
  use: CodeSymbol,
  { band, args = [] }: { band: Middleware['band']; args?: readonly string[] },
): Contribution<Middleware> {
  return { kind: middlewareKind, item: { use, band, args } };
}
