import { defineKind, type Contribution } from '../kind.ts';
import type { CodeSymbol } from '../symbol.ts';

/** Routes that the application serves. */
export interface Router {
  /** The module that holds them under the name `router`: `symbol('app.api', 'health')`. */
  readonly use: CodeSymbol;
}

/** Key: module; two of one module clash. Order: key. */
export const routerKind = defineKind<Router>({
  id: 'router',
  key: ({ use }) => `${use.module}.${use.name}`,
  meet: 'clash',
});

/** Serves the routes of a module. */
export function router(use: CodeSymbol): Contribution<Router> {
  return { kind: routerKind, item: { use } };
}
