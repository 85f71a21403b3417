import { defineKind, type Contribution } from '../kind.ts';
import { symbolForm, type CodeSymbol } from '../symbol.ts';

/** Routes that the application serves. */
export interface Router {
  /** The module that holds them under the name `router`: `symbol('app.api', 'health')`. */
  readonly use: CodeSymbol;
  /** The version of the API that they belong to (`v1`: below /api/v1), or null when they stand outside of all. */
  readonly version: string | null;
  /** The entity whose routes they are, and whose plural names them. */
  readonly about?: string;
}

/** Key: module; two of one module clash. Order: key. */
export const routerKind = defineKind<Router>({
  id: 'router',
  key: ({ use }) => `${use.module}.${use.name}`,
  meet: 'clash',
  aboutOf: ({ about }) => about,
  form: { use: symbolForm, version: { orNull: 'text' }, about: { optional: 'text' } },
});

/** Serves the routes of a module; with `version` below the prefix of that version. */
export function router(
  use: CodeSymbol,
  { version = null, about }: { version?: string | null; about?: string } = {},
): Contribution<Router> {
  const item = { use, version, ...(about !== undefined && { about }) };
  return { kind: routerKind, item };
}
