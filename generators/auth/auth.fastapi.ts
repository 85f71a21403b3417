import type { Context } from '@hut/kit';
import { guard, symbol, type Contribution } from '@hut/render';

/** Who asks: accounts, sessions, and what guards the routes. */
export function contributeAuth({ options, files }: Context): readonly Contribution[] {
  return [guardOf(String(options['user-model'])), ...files('all')];
}

function guardOf(entity: string): Contribution {
  const dependency = (name: string) => symbol('app.dependencies.auth', name);
  return guard({
    entity,
    login: dependency('require_user'),
    roles: dependency('require_roles'),
    user: dependency('CurrentUser'),
    logIn: symbol('tests.accounts', 'log_in'),
    logOut: symbol('tests.accounts', 'log_out'),
  });
}
