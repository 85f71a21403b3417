import { defineKind, type Contribution } from '../kind.ts';
import type { CodeSymbol } from '../symbol.ts';

/** Routes that the application serves. */
export interface Router {
  /** The module that holds them under the name `router`: `symbol('app.api', 'health')`. */
  readonly use: CodeSymbol;
  /** The version of the API that they belong to (`v1`: below /api/v1), or null when they stand outside of all. */
  readonly version: string | null;
}

/** Key: module; two of one module clash. Order: key. */
export const routerKind = defineKind<Router>({
  id: 'router',
  key: ({ use }) => `${use.module}.${use.name}`,
  meet: 'clash',
});

/** Serves the routes of a module; with `version` below the prefix of that version. */
export function router(
  use: CodeSymbol,
  { version = null }: { version?: string | null } = {},
): Contribution<Router> {
  return { kind: routerKind, item: { use, version } };
}
