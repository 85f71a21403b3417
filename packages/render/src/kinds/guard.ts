import { defineKind, type Contribution } from '../kind.ts';
import { symbolForm, type CodeSymbol } from '../symbol.ts';

/** How routes tell who asks, and whom they let in. */
export interface Guard {
  /** The entity whose records those are who ask. */
  readonly entity: string;
  /** A dependency that lets in whoever is logged in: `Depends(require_login)`. */
  readonly login: CodeSymbol;
  /** What makes a dependency that lets in whoever has one of some roles: `require_roles("admin")`. */
  readonly roles: CodeSymbol;
  /** The type of a parameter that holds who asks. */
  readonly user: CodeSymbol;
  /** For tests: `await log_in(client, session, *roles)` makes a user, in whose name the client then asks. */
  readonly logIn: CodeSymbol;
  /** For tests: `log_out(client)`: it asks in nobody's name. */
  readonly logOut: CodeSymbol;
}

/** Key: there is one; two clash. */
export const guardKind = defineKind<Guard>({
  id: 'guard',
  key: () => 'guard',
  meet: 'clash',
  form: {
    entity: 'text',
    login: symbolForm,
    roles: symbolForm,
    user: symbolForm,
    logIn: symbolForm,
    logOut: symbolForm,
  },
});

/** Guards the routes of records: each needs a login, unless hut.yaml says otherwise. */
export function guard(item: Guard): Contribution<Guard> {
  return { kind: guardKind, item };
}
