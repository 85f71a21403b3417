import { defineKind, type Contribution } from '../kind.ts';
import type { CodeSymbol } from '../symbol.ts';

/** Routes that the application serves. */
export interface Router {
  readonly use: CodeSymbol;
  /** Path prefix of all its routes: '/articles'; '' when the routes carry whole paths. */
  readonly prefix: string;
  /** Heading in the OpenAPI document. */
  readonly tag: string;
  /** API version that it stands under (`v1`), or null at the root. */
  readonly version: string | null;
}

/** Key: version, prefix and symbol; two of one key clash. Order: key. */
export const routerKind = defineKind<Router>({
  id: 'router',
  key: ({ version, prefix, use }) => `${version ?? ''}${prefix} ${use.module}`,
  meet: 'clash',
});

/** Serves the routes of `use`. */
export function router(use: CodeSymbol, at: Omit<Router, 'use'>): Contribution<Router> {
  return { kind: routerKind, item: { use, ...at } };
}
